//! Prints what partners frame: small pages without the reader, each with only the CSS that it needs.

use crate::built::assets::{Assets, FrameAssets};
use crate::escape::escape;
use crate::pages::page::{render, shell};
use crate::site::output::SiteFile;
use std::sync::Arc;
use strait::stage::set_up;
use strait::views::{Frame, FrameView, FrameViewProps};
use strait::words::{Words, partners};
use strait_model::paths::{Address, FrameAddress, Paths};
use strait_model::{Headline, SectionList, Site, Story};

/// How many headlines a framed list holds.
const HEADLINES: usize = 5;

/// Prints what partners frame of one paper: what all of it shares is made once.
pub struct FramePrinter {
    site: Arc<Site>,
    paths: Paths,
    /// The shell up to the head, its end, and the shell after the body.
    shell: [String; 3],
    /// What the head of a card or list ends with.
    head_end: String,
    /// What the head of a whole article ends with.
    article_head_end: String,
}

impl FramePrinter {
    /// A printer for a paper with a built reader. None where nobody may frame anything.
    pub fn new(site: &Arc<Site>, assets: &Assets) -> Option<FramePrinter> {
        let (paths, FrameAssets { css, article_css, .. }) = (Paths::of(site), &assets.frames);
        site.has_embeds().then(|| FramePrinter {
            shell: shell(&assets.shell, &site.language),
            head_end: head_end(&paths, &assets.frames, css),
            article_head_end: head_end(&paths, &assets.frames, article_css),
            paths,
            site: site.clone(),
        })
    }

    /// An article as a card and whole, and its related news; of a withdrawn article that it is.
    pub fn of_article(&self, story: &Story) -> Vec<SiteFile> {
        let (id, article) = (|| story.article.id.clone(), &story.article);
        let page = Address::Article(id());
        let frames = match article.is_withdrawn() {
            true => [FrameAddress::Card(id()), FrameAddress::Article(id()), FrameAddress::Related(id())]
                .map(|address| (address, Frame::Withdrawn(Box::new(article.clone())))),
            false => {
                let headline = Box::new(Headline::of(article, &self.site.language));
                let source = (article.source.name != self.site.name).then(|| article.source.name.clone());
                let headlines = first(&story.related);
                [
                    (FrameAddress::Card(id()), Frame::Card { headline, source }),
                    (FrameAddress::Article(id()), Frame::Article(Box::new(article.clone()))),
                    (FrameAddress::Related(id()), Frame::Related { id: id(), headlines }),
                ]
            }
        };
        frames.into_iter().map(|(address, frame)| self.file(format!("{address}index.html"), &page, frame)).collect()
    }

    /// The newest of a section.
    pub fn of_section(&self, list: &SectionList) -> SiteFile {
        let (section, headlines) = (list.section.clone(), first(&list.headlines));
        let (page, address) = (Address::Section(section.clone()), FrameAddress::Section(section.clone()));
        self.file(format!("{address}index.html"), &page, Frame::Section { section, headlines })
    }

    /// What stands in a frame whose address leads nowhere.
    pub fn not_found(&self) -> SiteFile {
        self.file(FrameAddress::NOT_FOUND.to_owned(), &Address::Front, Frame::NotFound)
    }

    fn file(&self, path: String, page: &Address, frame: Frame) -> SiteFile {
        let head_end = match frame {
            Frame::Article(_) => &self.article_head_end,
            _ => &self.head_end,
        };
        let head = format!(
            "<title>{} - {}</title><link rel=\"canonical\" href=\"{}\">",
            escape(&self.title(&frame)),
            escape(&self.site.name),
            escape(&self.paths.canonical(page))
        );
        let [before, between, after] = &self.shell;
        let body = self.body(frame);
        (path, [before, &*head, head_end, between, &body, after].concat().into_bytes())
    }

    fn title(&self, frame: &Frame) -> String {
        let words = Words::of(&self.site.language);
        match frame {
            Frame::Card { headline, .. } => headline.headline.clone(),
            Frame::Article(article) => article.headline.clone(),
            Frame::Section { section, .. } => {
                self.site.section(section).map_or_else(|| section.to_string(), |section| section.name.clone())
            }
            Frame::Related { .. } => words.related_news.to_owned(),
            Frame::Withdrawn(_) => words.withdrawn.to_owned(),
            Frame::NotFound => partners::Words::of(&self.site.language).not_there.to_owned(),
        }
    }

    fn body(&self, frame: Frame) -> String {
        render(|| {
            set_up(self.site.clone());
            FrameView(FrameViewProps { frame }).to_html()
        })
    }
}

fn first(headlines: &[Headline]) -> Vec<Headline> {
    headlines.iter().take(HEADLINES).cloned().collect()
}

/// Links open in a tab of their own: a frame is no place to read on. `crossorigin`, because a sandboxed frame has
/// an origin of its own, and a script of another origin is checked only so.
fn head_end(paths: &Paths, assets: &FrameAssets, css: &str) -> String {
    format!(
        "<meta name=\"robots\" content=\"noindex\"><base target=\"_blank\"><style>{css}</style>\
         <script src=\"{}\" integrity=\"{}\" crossorigin></script>",
        escape(&paths.file(&assets.script.path)),
        assets.script.integrity
    )
}
