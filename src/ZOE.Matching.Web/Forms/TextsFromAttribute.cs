namespace ZOE.Matching.Web.Forms;

/// <summary>Names the resource of a form model's [Display] and error keys: [TextsFrom(typeof(Employing))]. Labels and Validation are asked after it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class TextsFromAttribute(Type texts) : Attribute
{
    public Type Texts { get; } = texts;
}
