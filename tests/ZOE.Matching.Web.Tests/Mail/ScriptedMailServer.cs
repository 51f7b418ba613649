using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ZOE.Matching.Web.Tests.Mail;

/// <summary>Where the scripted server breaks.</summary>
public enum ServerBreak
{
    None,
    BusyGreeting,
    CutAtGreeting,
    CutAtSender,
    BusyAtRecipient,
    RefusedRecipient,
    CutAtData,
    CutAfterText,
    BusyAfterText,
    RefusedText,
}

/// <summary>A mail server on this machine that speaks just enough SMTP and breaks at one point; it keeps every recipient command and text it saw.</summary>
public sealed class ScriptedMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private readonly ServerBreak _at;

    public ScriptedMailServer(ServerBreak at)
    {
        _at = at;
        _listener.Start();
        _loop = Task.Run(LoopAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public List<string> Recipients { get; } = [];

    public List<string> Texts { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task LoopAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await ServeAsync(client);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The test is over, or the client hung up.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        if (_at == ServerBreak.CutAtGreeting) return;
        await writer.WriteLineAsync(_at == ServerBreak.BusyGreeting ? "421 busy" : "220 scripted");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var word = line.Length < 4 ? line : line[..4].ToUpperInvariant();
            if (word == "MAIL" && _at == ServerBreak.CutAtSender) return;
            if (word == "DATA")
            {
                if (_at == ServerBreak.CutAtData) return;
                await writer.WriteLineAsync("354 go on");
                var text = new StringBuilder();
                while (await reader.ReadLineAsync(_stop.Token) is { } part && part != ".") text.AppendLine(part);
                Texts.Add(text.ToString());
                if (_at == ServerBreak.CutAfterText) return;
                await writer.WriteLineAsync(_at switch { ServerBreak.BusyAfterText => "451 later", ServerBreak.RefusedText => "554 no", _ => "250 taken" });
                continue;
            }

            if (word == "RCPT") Recipients.Add(line);
            await writer.WriteLineAsync(word switch
            {
                "EHLO" => "250 scripted",
                "RCPT" when _at == ServerBreak.BusyAtRecipient => "450 later",
                "RCPT" when _at == ServerBreak.RefusedRecipient => "550 nobody",
                "QUIT" => "221 bye",
                _ => "250 ok",
            });
            if (word == "QUIT") return;
        }
    }
}
