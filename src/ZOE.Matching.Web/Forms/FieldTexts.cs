using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace ZOE.Matching.Web.Forms;

/// <summary>
/// Label and hint of a form field without [Display]: the keys "VacancyForm.Title" and "VacancyForm.Title.Hint" of the model's texts,
/// else "Field.Title" of Labels.resx. The error messages name the field by the same label.
/// </summary>
internal sealed class FieldTexts(IStringLocalizerFactory factory) : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key is not { MetadataKind: ModelMetadataKind.Property, ContainerType: { } model, Name: { } property }) return;
        if (model.Assembly != typeof(FieldTexts).Assembly) return;
        var texts = FormTexts.For(model, factory);
        context.DisplayMetadata.DisplayName ??= () => Found(texts[$"{model.Name}.{property}"]) ?? Found(texts[$"Field.{property}"]) ?? property;
        context.DisplayMetadata.Description ??= () => Found(texts[$"{model.Name}.{property}.Hint"]) ?? Found(texts[$"Field.{property}.Hint"]);
    }

    private static string? Found(LocalizedString text) => text.ResourceNotFound ? null : text.Value;
}
