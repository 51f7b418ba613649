using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ZOE.Matching.Web.Forms;

/// <summary>Binds texts without control characters: they come from copying or from attackers, nobody sees them, and PostgreSQL refuses the null character.</summary>
public sealed class CleanTextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None) return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        var text = Clean(given.FirstValue);
        if (bindingContext.ModelMetadata.ConvertEmptyStringToNull && string.IsNullOrWhiteSpace(text)) text = null;
        bindingContext.Result = ModelBindingResult.Success(text);
        return Task.CompletedTask;
    }

    /// <summary>The text without control characters; line ends and tabs stay.</summary>
    public static string? Clean(string? text) =>
        text is null || !text.Any(IsUnseen) ? text : string.Concat(text.Where(c => !IsUnseen(c)));

    private static bool IsUnseen(char c) => char.IsControl(c) && c is not ('\r' or '\n' or '\t');

    /// <summary>Takes every text of forms and addresses.</summary>
    public sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            context.Metadata.ModelType == typeof(string) && (context.BindingInfo.BindingSource is null
                || context.BindingInfo.BindingSource.CanAcceptDataFrom(BindingSource.Form) || context.BindingInfo.BindingSource.CanAcceptDataFrom(BindingSource.Query))
                ? new CleanTextBinder() : null;
    }
}
