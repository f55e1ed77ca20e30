namespace System.Threading;

/// <summary>The lock of .NET 9, for .NET 8. Under this name the compiler enters its scope for a lock statement.</summary>
internal sealed class Lock
{
    private readonly object _monitor = new();

    /// <summary>Waits for the lock and enters it.</summary>
    public Scope EnterScope()
    {
        Monitor.Enter(_monitor);
        return new Scope(_monitor);
    }

    /// <summary>The time in which the lock is held.</summary>
    public readonly ref struct Scope
    {
        private readonly object _monitor;

        internal Scope(object monitor) => _monitor = monitor;

        /// <summary>Leaves the lock.</summary>
        public void Dispose() => Monitor.Exit(_monitor);
    }
}
