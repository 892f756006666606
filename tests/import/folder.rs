//! A small newsroom to import into.

use crate::newsroom::{Printed, SmallNewsroom};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use strait_import::{Format, ImportError, Order, Report};
use strait_model::{Article, Block, List, Point, SectionPath, plain};

/// The day of all imports.
const NOW: &str = "2026-10-03T00:00:00Z";

pub struct Folder {
    newsroom: SmallNewsroom,
}

impl Folder {
    /// Three sections, no articles.
    pub fn new() -> Folder {
        let news = json!({"path": "news", "name": "新闻", "children": [{"path": "news/city", "name": "城市"}]});
        let newsroom = SmallNewsroom::without_reader().with(json!({
            "url": "https://tide.example/", "mediaOrigins": ["https://media.example"], "sections": [news, {"path": "sport", "name": "Sport"}],
        }));
        Folder { newsroom }
    }

    /// With these settings too, and with what it takes to print.
    pub fn to_print(settings: Value) -> Folder {
        Folder { newsroom: Folder::new().newsroom.with_reader().with(settings) }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.newsroom.path(name)
    }

    pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        self.newsroom.file(name, bytes);
    }

    /// Prints what was imported, as of that day.
    pub fn print_to(&self, site: &str, change: impl FnOnce(&mut strait_press::Order)) -> Printed {
        self.newsroom.print_to(site, |order| {
            order.now = NOW.parse().unwrap();
            change(order);
        })
    }

    pub fn order(&self, format: Format, name: &str) -> Order {
        let section = Some(SectionPath::try_from("news".to_owned()).unwrap());
        let path = self.path(name).to_string_lossy().into_owned();
        let content = self.path("content");
        let now = NOW.parse().unwrap();
        Order {
            format,
            paths: vec![path],
            content,
            since: None,
            section,
            fetch_pictures: false,
            allow_private: true,
            trust_origins: false,
            dry_run: false,
            now,
        }
    }

    /// Imports one file of these bytes.
    pub fn import(&self, format: Format, bytes: impl AsRef<[u8]>) -> Report {
        self.put("in/file.json", bytes);
        self.run(&self.order(format, "in/file.json")).unwrap()
    }

    pub fn import_json(&self, format: Format, json: &Value) -> Report {
        self.import(format, json.to_string())
    }

    pub fn run(&self, order: &Order) -> Result<Report, ImportError> {
        strait_import::import(order, &|_| {})
    }

    /// The filed articles, in the order of their names.
    pub fn articles(&self) -> Vec<Article> {
        self.files().iter().map(|path| serde_json::from_slice(&fs::read(path).unwrap()).unwrap()).collect()
    }

    /// The only article that there is.
    pub fn article(&self) -> Article {
        let articles = self.articles();
        assert_eq!(articles.len(), 1);
        articles.into_iter().next().unwrap()
    }

    pub fn files(&self) -> Vec<PathBuf> {
        let files = fs::read_dir(self.path("content/articles")).unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect();
        files.sort();
        files
    }
}

/// The names of the problems of a run.
pub fn names(report: &Report) -> Vec<&str> {
    report.problems.iter().map(|problem| problem.name).collect()
}

fn numbers(start: Option<u32>, reversed: bool) -> String {
    let direction = if reversed { "down " } else { "" };
    start.map(|start| format!("from {start} ")).unwrap_or_default() + direction
}

/// `a|b(c|d)|e`: lists within lists in brackets, numbered ones with `#`.
fn points(list: List) -> String {
    let below = |list: List| {
        let mark = if list.ordered { "#" } else { "" };
        format!("({mark}{}{})", numbers(list.start, list.reversed), points(list))
    };
    let point = |point: Point| plain(&point.text) + &point.below.into_iter().map(below).collect::<String>();
    list.points().into_iter().map(point).collect::<Vec<_>>().join("|")
}

/// A block as a short line, so that a body can be compared at a glance.
pub fn sketch(block: &Block) -> String {
    match block {
        Block::Paragraph { text, .. } => format!("p {}", plain(text)),
        Block::Heading(heading) => format!("h{} {}", heading.level, plain(&heading.text)),
        Block::Image(image) => {
            format!("img {} {}x{} {}", image.src, image.width, image.height, image.caption.as_deref().unwrap_or("-"))
        }
        Block::Gallery(gallery) => {
            format!("gallery {}", gallery.images.iter().map(|image| image.src.as_str()).collect::<Vec<_>>().join(" "))
        }
        Block::Quote(quote) => format!("quote {} -- {}", plain(&quote.text), quote.cite.as_deref().unwrap_or("-")),
        Block::List(list) => {
            format!("list {} {}{}", list.ordered, numbers(list.start, list.reversed), points(list.clone()))
        }
        Block::Code(lines) => format!("code {} {}", lines.language.as_deref().unwrap_or("-"), plain(&lines.text)),
        Block::Verse(lines) => format!("verse {}", plain(&lines.text)),
        Block::Notes(notes) => format!("notes {}", notes.items.iter().map(|item| plain(item)).collect::<Vec<_>>().join("|")),
        Block::Table(table) => {
            let rows = table.rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join("|"));
            format!(
                "table [{}] {}",
                table.header.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|"),
                rows.collect::<Vec<_>>().join(" / ")
            )
        }
        Block::Video(video) => format!("video {}", video.src),
        Block::Audio(audio) => format!("audio {} {}", audio.src, audio.title),
        Block::Embed(embed) => format!("embed {} {}", embed.provider, embed.src),
        Block::Divider => "divider".to_owned(),
        Block::Aside { title, body, .. } => {
            format!("aside {} ({})", title.as_deref().unwrap_or("-"), body.iter().map(sketch).collect::<Vec<_>>().join("; "))
        }
        Block::Unknown => "unknown".to_owned(),
    }
}
