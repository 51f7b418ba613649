using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Forms;

/// <summary>Gives each annotation without a message of its own a key of Validation.resx.</summary>
internal sealed class ValidationTexts : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            if (HasNoOwnMessage(attribute) && KeyOf(attribute, context.Key.ModelType) is { } key)
                attribute.ErrorMessage = key;
    }

    /// <summary>The data type annotations show their built-in English message as if it were set.</summary>
    private static bool HasNoOwnMessage(ValidationAttribute attribute) => attribute.ErrorMessageResourceName is null && attribute switch
    {
        EmailAddressAttribute => attribute.ErrorMessage == new EmailAddressAttribute().ErrorMessage,
        PhoneAttribute => attribute.ErrorMessage == new PhoneAttribute().ErrorMessage,
        UrlAttribute => attribute.ErrorMessage == new UrlAttribute().ErrorMessage,
        _ => attribute.ErrorMessage is null,
    };

    private static string? KeyOf(ValidationAttribute attribute, Type type) => attribute switch
    {
        RequiredAttribute => (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } || type == typeof(bool?) || type == typeof(Guid?) ? "Error.RequiredChoice" : "Error.Required",
        StringLengthAttribute { MinimumLength: > 0 } => "Error.StringLengthBetween",
        StringLengthAttribute => "Error.StringLength",
        RangeAttribute => "Error.Range",
        EmailAddressAttribute => "Error.EmailAddress",
        PhoneAttribute => "Error.Phone",
        UrlAttribute => "Error.Url",
        CompareAttribute => "Error.Compare",
        RegularExpressionAttribute => "Error.RegularExpression",
        MinLengthAttribute => type == typeof(string) ? "Error.MinLengthText" : "Error.MinLength",
        MaxLengthAttribute => type == typeof(string) ? "Error.MaxLengthText" : "Error.MaxLength",
        _ => null,
    };
}

/// <summary>The messages of model binding, when a value cannot even be read: what it is and how to write it.</summary>
internal sealed class BindingTexts(IStringLocalizer<Validation> texts, IStringLocalizerFactory factory) : IPostConfigureOptions<MvcOptions>, IBindingMetadataProvider
{
    public void PostConfigure(string? name, MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(new ValidationTexts());
        options.ModelMetadataDetailsProviders.Add(this);
        options.ModelMetadataDetailsProviders.Add(new FieldTexts(factory));
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => texts["Binding.ValueInvalid", value, field]);
        messages.SetUnknownValueIsInvalidAccessor(field => texts["Binding.Invalid", field]);
        messages.SetValueIsInvalidAccessor(value => texts["Binding.ValueAlone", value]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["Binding.Missing"]);
        messages.SetMissingBindRequiredValueAccessor(field => texts["Error.Required", field]);
        messages.SetMissingKeyOrValueAccessor(() => texts["Binding.Missing"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["Binding.Missing"]);
        messages.SetValueMustBeANumberAccessor(field => texts["Binding.Number", field]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["Binding.NumberAlone"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => texts["Binding.ValueAlone", value]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["Binding.Missing"]);
    }

    public void CreateBindingMetadata(BindingMetadataProviderContext context)
    {
        var type = Nullable.GetUnderlyingType(context.Key.ModelType) ?? context.Key.ModelType;
        var key = type == typeof(DateOnly) || type == typeof(DateTime) ? "Binding.Date"
            : type == typeof(TimeOnly) ? "Binding.Time"
            : type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double) ? "Binding.WholeNumber"
            : type.IsEnum || type == typeof(Guid) || type == typeof(bool) ? "Binding.Choice"
            : null;
        if (key is null) return;
        context.BindingMetadata.ModelBindingMessageProvider?.SetAttemptedValueIsInvalidAccessor((value, field) => texts[key, value, field]);
        context.BindingMetadata.ModelBindingMessageProvider?.SetValueMustNotBeNullAccessor(_ => texts[key == "Binding.Choice" ? "Binding.MissingChoice" : "Binding.Missing"]);
    }
}
