using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Steering.Funnel;

/// <summary>The team lead's funnel from proposal to outcome: picture, table, CSV. Only the own team's data.</summary>
[Area("Steering")]
[Route("steering/funnel")]
[Authorize(Policy = Policies.Steering)]
public sealed class FunnelController(FunnelReader reader, IStringLocalizer<SteeringTexts> texts) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(FunnelFilter filter, CancellationToken stop) => View(await reader.ReadAsync(ModelState.IsValid ? filter : new FunnelFilter(), stop));

    /// <summary>The same figures as a table file: UTF-8 with BOM, semicolons, CRLF; cells that a spreadsheet would take for a formula are escaped.</summary>
    [HttpGet("csv")]
    public async Task<IActionResult> Csv(FunnelFilter filter, CancellationToken stop)
    {
        var page = await reader.ReadAsync(ModelState.IsValid ? filter : new FunnelFilter(), stop);
        using var stream = new MemoryStream();
        var options = new CsvWriterOptions { Separator = ';', NewLine = "\r\n", Injection = CsvInjection.Escape, WriteByteOrderMark = true };
        using (var csv = CsvWriter.Create(stream, options, leaveOpen: true))
        {
            Row(csv, [texts["Csv.Group"], .. FunnelPage.AllStages.Select(s => Label.Of(s))]);
            Row(csv, [texts["Total"], .. page.Stages.Select(s => s.Count.ToString(CultureInfo.CurrentCulture))]);
            foreach (var row in page.Months.Concat(page.Kinds)) Row(csv, [row.Label, .. row.Counts.Select(c => c?.ToString(CultureInfo.CurrentCulture) ?? texts["Small"].Value)]);
        }

        return File(stream.ToArray(), "text/csv; charset=utf-8", $"funnel-{page.From:yyyy-MM}-{page.Until:yyyy-MM}.csv");
    }

    private static void Row(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        csv.EndRecord();
    }
}
