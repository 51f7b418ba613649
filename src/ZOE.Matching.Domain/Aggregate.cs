namespace ZOE.Matching.Domain;

/// <summary>A record with everything that is saved with it. Its version rises with every change of itself or of a part.</summary>
public abstract class Aggregate
{
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Counts the changes, from 1; a save on an older version is refused ("someone else was faster").</summary>
    public int Version { get; set; }
}

/// <summary>A row that belongs to an aggregate: changing it raises the aggregate's version.</summary>
public interface IPartOf<TRoot> : IPart where TRoot : Aggregate
{
    Type IPart.RootType => typeof(TRoot);
}

/// <summary>The untyped side of <see cref="IPartOf{TRoot}"/>, for the one place in Data that raises versions.</summary>
public interface IPart
{
    /// <summary>Id of the aggregate that this row belongs to.</summary>
    Guid RootId { get; }

    Type RootType { get; }
}

/// <summary>A row that is written once: Data refuses to change or delete it (erasure goes its own way).</summary>
public interface IAppendOnly;
