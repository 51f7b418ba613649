using System.ComponentModel.DataAnnotations;

namespace ZOE.Matching.Web.Mail;

/// <summary>The field holds an address that the portal can write to. An empty one is left to [Required].</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MailAddressAttribute() : RegularExpressionAttribute("[^@ ]+@[^@ ]+")
{
    // The base class is there because MVC translates its message; the rule itself is the one of the mail desk.
    public override bool IsValid(object? value) => value is not string { Length: > 0 } address || MailAddressRule.Allows(address);
}
