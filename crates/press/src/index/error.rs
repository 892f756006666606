//! Why an index cannot be used.

/// Why an index cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// The database cannot be made.
    #[error(transparent)]
    Database(#[from] redb::DatabaseError),
    /// It cannot be read or written now.
    #[error(transparent)]
    Transaction(#[from] redb::TransactionError),
    /// A table is not there, or another than this Strait writes.
    #[error(transparent)]
    Table(#[from] redb::TableError),
    /// The disk failed, or the file is broken.
    #[error(transparent)]
    Storage(#[from] redb::StorageError),
    /// What was written could not be kept.
    #[error(transparent)]
    Commit(#[from] redb::CommitError),
    /// A record is not what this Strait writes.
    #[error(transparent)]
    Record(#[from] postcard::Error),
    /// A record is not there.
    #[error("a record is missing")]
    Missing,
}
