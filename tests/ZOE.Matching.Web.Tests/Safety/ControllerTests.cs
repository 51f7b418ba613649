using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>What every controller action must say and must not take.</summary>
public sealed class ControllerTests(WorldPortal portal) : IClassFixture<WorldPortal>
{
    private IReadOnlyList<ControllerActionDescriptor> Actions =>
        [.. portal.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>()];

    [Fact]
    public void Actions_All_SayWhoMayCallThem()
    {
        var policies = typeof(Policies).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToList();

        Actions.Should().HaveCountGreaterThan(50);
        foreach (var action in Actions)
        {
            var open = action.EndpointMetadata.OfType<IAllowAnonymous>().Any();
            var named = action.EndpointMetadata.OfType<IAuthorizeData>().Select(a => a.Policy).ToList();
            (open ? named.Count == 0 : named.Count > 0 && named.All(p => policies.Contains(p!))).Should().BeTrue($"{action.DisplayName} names exactly one way in");
        }
    }

    /// <summary>Forms are form models: no action takes an entity, and no form holds one.</summary>
    [Fact]
    public async Task Actions_Parameters_AreNoEntities()
    {
        var entities = await portal.DbAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(t => t.ClrType).ToHashSet()));
        List<string> wrong = [];
        foreach (var action in Actions)
        {
            foreach (var parameter in action.Parameters.Where(IsBound))
                if (HoldsEntity(parameter.ParameterType, entities, []) is { } entity) wrong.Add($"{action.DisplayName}: {parameter.Name} holds {entity.Name}");
        }

        wrong.Should().BeEmpty();
    }

    private static bool IsBound(ParameterDescriptor parameter) =>
        parameter.BindingInfo?.BindingSource != BindingSource.Services && parameter.ParameterType != typeof(CancellationToken);

    private static Type? HoldsEntity(Type type, HashSet<Type> entities, HashSet<Type> seen)
    {
        if (entities.Contains(type)) return type;
        if (!seen.Add(type)) return null;
        if (type.IsGenericType || type.IsArray)
            return (type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments()).Select(t => HoldsEntity(t, entities, seen)).FirstOrDefault(t => t is not null);
        if (type.Assembly != typeof(Portal).Assembly) return null;
        return type.GetProperties().Where(p => p.CanWrite).Select(p => HoldsEntity(p.PropertyType, entities, seen)).FirstOrDefault(t => t is not null);
    }
}
