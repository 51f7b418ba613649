using Microsoft.Extensions.Localization;
using ZOE.Matching.Domain.Notes;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Notes;

/// <summary>Writes the note of an event, to be copied into VerBIS: one line for each fact that is there. Show it with the partial _VerbisNote.</summary>
public sealed class NoteWriter(IStringLocalizer<ZOE.Matching.Web.Texts.Notes> texts)
{
    public string Write(VerbisNote note)
    {
        List<string?> lines =
        [
            texts["Head", note.On, texts[$"Kind.{note.Kind}"].Value].Value,
            Line("Verbis", note.VerbisNumber),
            Line("Organisation", note.Organisation),
            note.Reference is null ? Line("Subject", note.Subject) : texts["SubjectWithReference", note.Subject ?? "", note.Reference].Value,
            note.PlacementKind is { } kind ? texts["PlacementKind", Label.Of(kind)].Value : null,
            note.LegalBasis is { } basis ? texts["LegalBasis", Label.Of(basis)].Value : null,
            Span(note.From, note.Until),
            note.HoursPerWeek is { } hours ? texts["Hours", hours].Value : null,
            Line("Result", note.Result),
            Line("Reason", note.Reason),
            Line("By", note.By),
        ];
        return string.Join('\n', lines.Where(line => line is not null));
    }

    private string? Line(string key, string? value) => string.IsNullOrWhiteSpace(value) ? null : texts[key, value].Value;

    private string? Span(DateOnly? from, DateOnly? until) => (from, until) switch
    {
        ({ } start, { } end) => texts["FromUntil", start, end].Value,
        ({ } start, null) => texts["From", start].Value,
        (null, { } end) => texts["Until", end].Value,
        (null, null) => null,
    };
}
