namespace ZOE.Matching.Web.Mail;

/// <summary>What came of writing a mail from the records as they are now.</summary>
/// <param name="IsVoid">Its cause is over: nothing is to be sent. With neither a letter nor this, no address is known.</param>
public readonly record struct Writing(Letter? Letter, bool IsVoid)
{
    public static Writing Void => new(null, true);

    public static Writing NoAddress => new(null, false);
}
