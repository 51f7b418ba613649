using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>One input of an action: the name under which it is sent, and its type (without Nullable).</summary>
public sealed record ActionField(string Name, Type Type);

/// <summary>What an endpoint takes from a query or a form, read from its parameters.</summary>
public static class ActionForms
{
    /// <summary>The inputs of the endpoint under "METHOD pattern"; empty when it is no controller action.</summary>
    public static IReadOnlyList<ActionField> Of(IServiceProvider services, string key)
    {
        var endpoint = services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().FirstOrDefault(e =>
            "/" + (e.RoutePattern.RawText ?? "").TrimStart('/') == key.Split(' ')[1] && e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(key.Split(' ')[0]) == true);
        if (endpoint?.Metadata.GetMetadata<ControllerActionDescriptor>() is not { } action) return [];
        var route = endpoint.RoutePattern.Parameters.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. action.Parameters.Where(p => IsSent(p) && !route.Contains(p.Name)).SelectMany(FieldsOf)];
    }

    private static bool IsSent(ParameterDescriptor parameter) =>
        parameter.ParameterType != typeof(CancellationToken) && parameter.BindingInfo?.BindingSource is null or { IsFromRequest: true } && parameter.BindingInfo?.BindingSource != BindingSource.Services;

    private static IEnumerable<ActionField> FieldsOf(ParameterDescriptor parameter) =>
        IsSimple(parameter.ParameterType)
            ? [new ActionField(parameter.BindingInfo?.BinderModelName ?? parameter.Name, Plain(parameter.ParameterType))]
            : Fields(parameter.ParameterType, parameter.BindingInfo?.BinderModelName ?? "", 0);

    private static IEnumerable<ActionField> Fields(Type type, string prefix, int depth)
    {
        if (depth > 3) yield break;
        foreach (var property in type.GetProperties().Where(p => p.CanWrite || Element(p.PropertyType) is not null))
        {
            var name = prefix.Length == 0 ? property.Name : $"{prefix}.{property.Name}";
            var element = Element(property.PropertyType);
            if (IsSimple(property.PropertyType)) yield return new ActionField(name, Plain(property.PropertyType));
            else if (element is not null && IsSimple(element)) yield return new ActionField(name, Plain(element));
            else foreach (var field in Fields(element ?? property.PropertyType, element is null ? name : name + "[0]", depth + 1)) yield return field;
        }
    }

    private static Type? Element(Type type) =>
        type == typeof(string) ? null : type.IsArray ? type.GetElementType() : type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static bool IsSimple(Type type) => Plain(type) is var plain && (plain.IsPrimitive || plain.IsEnum || plain == typeof(string) || plain == typeof(Guid) || plain == typeof(DateOnly) || plain == typeof(DateTime) || plain == typeof(decimal));
}
