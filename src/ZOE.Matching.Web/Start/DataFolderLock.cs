using ZOE.Matching.Web.Settings;

namespace ZOE.Matching.Web.Start;

/// <summary>Holds the data folder for this process; a second portal on the same folder is refused with a sentence.</summary>
public sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <exception cref="ConfigurationRefused">Another process holds the folder, or it cannot be written.</exception>
    public static DataFolderLock Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new DataFolderLock(new FileStream(Path.Combine(folder, "portal.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException)
        {
            throw new ConfigurationRefused($"The data folder {folder} cannot be written. Set Data:Folder to a folder of your own.");
        }
        catch (IOException)
        {
            throw new ConfigurationRefused($"The data folder {folder} is in use by another portal. Stop that one, or set Data:Folder to another folder.");
        }
    }

    public void Dispose() => _file.Dispose();
}
