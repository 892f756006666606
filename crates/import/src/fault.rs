//! What an import can find wrong with what it is given. An error is an item or a part that readers will
//! miss; advice is a form that was lost, or something to do next.

use super::balance::Account;
use strait_report::problem::Bilingual;

/// What an import can find wrong.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ImportFault {
    /// Neither the format that was announced nor anything like it.
    BadFile(String),
    /// A pipe, or a link that leads out of the folder.
    Unopened,
    /// Nothing to import in a file.
    NoItems,
    /// The file ends early or is broken from some point on.
    CutShort(Bilingual),
    /// It is in another encoding than it says.
    Encoding(&'static str),
    /// An event, a plan, a bare film: no article.
    NotAnArticle(String),
    /// So many items of a kind, which are no articles.
    NotArticles(String, usize),
    /// Parts of a body that are not in the article, and were not named.
    Missing(Account),
    /// The item lacks what an article must have.
    Lacks(&'static str),
    /// An article of a headline, with no text and no picture.
    Empty,
    /// Another item of the source has the same identifier.
    DoubtfulKey(String),
    /// Something that should be a time.
    BadTime(String),
    /// The item's own sections are not in the tree.
    NoSection(String),
    /// A section of the source that was added to the tree.
    NewSection(String),
    /// A new newsroom was set up as its source describes itself, and so many samples went.
    SetUp(String, usize),
    /// What the source did not say of itself and a new newsroom still has as it was made.
    Unsaid(String),
    /// The source does not describe itself, for this reason.
    Undescribed(String),
    /// It went to the default section.
    DefaultSection(String),
    /// Another article has the name.
    NameTaken,
    /// The filed article cannot be read, so it cannot be updated.
    BadFiled(String),
    /// An editor and the source both changed a field; the source's is filed now.
    EditorsField(String),
    /// The source withdrew the article, with this note to editors.
    Withdrawn(String),
    /// The source shows the article to those with a password only.
    Password,
    /// The source shows the article, or a part of it, to some readers only, as this in it says.
    ForSome(String),
    /// The source does not call the article published, in its own words.
    Withheld(String),
    /// The source says when the article is published, but not so that it can be read.
    UnreadTime(String),
    /// The source plans the article for this time.
    Embargoed(String),
    /// A picture, film or story that goes with an article may not be shown, for this reason.
    HeldPart(String),
    /// An element that holds nothing to read.
    Removed(String),
    /// An element with content that no block can hold.
    Unkept(String),
    /// A link that runs something or reads what is not on the web.
    UnsafeLink(String),
    /// A link that leads nowhere any more.
    DeadLink(String),
    /// An address of the article that no host could be told of.
    LostAddress(String),
    /// A picture, film, recording or player without a usable address.
    LostMedia(String),
    /// Something that a post names by its number and that no file of the export holds.
    NotInExport(String),
    /// A picture beside the file that could not be taken over.
    LostPicture(String),
    /// A picture on the web that could not be brought along; it keeps its address.
    UnfetchedPicture(String),
    /// Text that is struck out at the source and would read as valid.
    Struck,
    /// Text that the source hides from readers.
    Hidden(String),
    /// A structure that became a simpler one.
    Flattened(&'static str),
    /// Nested deeper than anyone reads.
    TooDeep,
    /// A shortcode that nobody here can expand.
    Shortcode(String),
    /// A block of WordPress' editor that names what it shows, and that cannot be had.
    LostBlock(String),
    /// Characters that make text read otherwise than it is written.
    Turned,
    /// Pictures come from an origin that the site does not allow.
    MediaOrigin(String),
    /// Embeds come from a provider that the site does not list.
    Player(String),
    /// More of the kind, of one item.
    ManyMore(usize),
    /// More of a kind, of one file.
    ManyMoreOfAKind(&'static str, usize),
}
