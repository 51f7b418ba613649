using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace ZOE.Matching.Web.Guards;

/// <summary>The controller exists only while the portal runs as a demo (Development); elsewhere its addresses are unknown.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DemoOnlyAttribute : Attribute;

/// <summary>Takes the demo controllers out before any endpoint is made of them.</summary>
internal sealed class NoDemoPages : IApplicationModelConvention
{
    public void Apply(ApplicationModel application)
    {
        foreach (var controller in application.Controllers.Where(c => c.Attributes.OfType<DemoOnlyAttribute>().Any()).ToList())
            application.Controllers.Remove(controller);
    }
}
