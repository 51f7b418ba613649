using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Forms;

/// <summary>A one-line field; its type comes from the tag, the property's [DataType] or its CLR type.</summary>
[HtmlTargetElement("zoe-input", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class InputField(IStringLocalizer<Validation> texts) : FieldTagHelper(texts)
{
    /// <summary>HTML input type; chosen by the property when not given.</summary>
    public string? Type { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        var type = Type ?? TypeOfProperty();
        control.Attributes["type"] = type == "integer" ? "text" : type;
        if (type == "integer") control.Attributes["inputmode"] = "numeric";
        control.Attributes["id"] = Id;
        control.Attributes["name"] = FieldName;
        if (type != "password") control.Attributes["value"] = CurrentValue ?? "";
        if (IsRequired) control.Attributes["required"] = "";
        control.AddCssClass("kern-form-input__input");
        if (Errors.Count > 0) control.AddCssClass("kern-form-input__input--error");
        Describe(control);
        MoveAttributes(output, control);
        Frame(output, control);
        if (type is "date" or "time" or "datetime-local" or "integer" or "number") Classes.Add(output, "zoe-field--short");
    }

    private string TypeOfProperty()
    {
        if (Enum.TryParse<DataType>(For.Metadata.DataTypeName, out var told))
        {
            var byAnnotation = told switch
            {
                DataType.EmailAddress => "email",
                DataType.PhoneNumber => "tel",
                DataType.Password => "password",
                DataType.Url => "url",
                DataType.Date => "date",
                DataType.Time => "time",
                DataType.DateTime => "datetime-local",
                _ => null,
            };
            if (byAnnotation is not null) return byAnnotation;
        }
        var clr = For.Metadata.UnderlyingOrModelType;
        if (clr == typeof(DateOnly)) return "date";
        if (clr == typeof(TimeOnly)) return "time";
        if (clr == typeof(DateTime)) return "datetime-local";
        return clr == typeof(int) || clr == typeof(long) || clr == typeof(short) ? "integer" : "text";
    }
}
