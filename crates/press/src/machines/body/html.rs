//! A body as HTML that stands alone: no class, no script, no frame, every address whole.

use crate::machines::picture;
use crate::machines::uri::uri;
use quick_xml::escape::escape;
use std::fmt::Write;
use strait_model::paths::{Address, Paths, safe_href};
use strait_model::{Article, Block, Embed, Gallery, Heading, Image, Lines, List, Quote, Span, Table, Text};

/// The width of pictures in the body, in pixels.
const PICTURE_WIDTH: u32 = 960;

/// The body as HTML. The lead picture is not in it; the first paragraph is opened by the dateline.
pub fn html(paths: &Paths, article: &Article) -> String {
    let page = paths.canonical(&Address::Article(article.id.clone()));
    let mut body = Body { paths, page, html: String::new(), dateline: article.dateline.as_deref() };
    body.blocks(&article.body);
    body.html
}

/// A body while it is written.
struct Body<'a> {
    paths: &'a Paths,
    /// The address of the article: places in its page are there alone.
    page: String,
    html: String,
    /// What the next paragraph opens with.
    dateline: Option<&'a str>,
}

impl Body<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph { text, .. } => self.paragraph(text),
            Block::Heading(heading) => self.heading(heading),
            Block::Image(image) => self.image(image),
            Block::Gallery(Gallery { images, .. }) => images.iter().for_each(|image| self.image(image)),
            Block::Quote(quote) => self.quote(quote),
            Block::List(list) => self.list(list.clone()),
            Block::Code(lines) => self.code(lines),
            Block::Verse(lines) => self.cell("pre", &lines.text),
            Block::Notes(notes) => self.notes(&notes.items),
            Block::Table(table) => self.table(table),
            Block::Video(video) => self.player("video", &video.src, video.caption.as_deref()),
            Block::Audio(audio) => self.player("audio", &audio.src, audio.caption.as_deref().or(Some(&audio.title))),
            Block::Embed(embed) => self.embed(embed),
            Block::Divider => self.html.push_str("<hr>"),
            Block::Aside { title, body, .. } => self.aside(title.as_deref(), body),
            Block::Unknown => {}
        }
    }

    fn paragraph(&mut self, text: &Text) {
        self.html.push_str("<p>");
        if let Some(dateline) = self.dateline.take() {
            self.element("strong", dateline);
        }
        self.text(text);
        self.html.push_str("</p>");
    }

    fn heading(&mut self, heading: &Heading) {
        let level = if heading.level == 3 { 3 } else { 2 };
        match &heading.anchor {
            Some(anchor) => self.write(format_args!("<h{level} id=\"{}\">", escape(anchor))),
            None => self.write(format_args!("<h{level}>")),
        }
        if let Some(kicker) = &heading.kicker {
            self.element("small", kicker);
            self.html.push(' ');
        }
        self.text(&heading.text);
        self.write(format_args!("</h{level}>"));
    }

    fn image(&mut self, image: &Image) {
        let Some(file) = picture::file(self.paths, image, PICTURE_WIDTH) else { return };
        self.write(format_args!("<figure><img src=\"{}\" alt=\"{}\"", escape(&file.href), escape(&image.alt)));
        if file.width > 0 && file.height > 0 {
            self.write(format_args!(" width=\"{}\" height=\"{}\"", file.width, file.height));
        }
        self.html.push('>');
        let words = [&image.caption, &image.credit].into_iter().flatten().map(String::as_str).collect::<Vec<_>>();
        self.caption(&words.join(" "));
    }

    fn player(&mut self, element: &str, src: &str, caption: Option<&str>) {
        let Some(src) = uri(&self.paths.canonical_file(src)) else { return };
        self.write(format_args!("<figure><{element} controls preload=\"none\" src=\"{}\"></{element}>", escape(&src)));
        self.caption(caption.unwrap_or_default());
    }

    /// Ends a figure.
    fn caption(&mut self, words: &str) {
        if !words.is_empty() {
            self.element("figcaption", words);
        }
        self.html.push_str("</figure>");
    }

    fn quote(&mut self, quote: &Quote) {
        self.html.push_str("<blockquote><p>");
        // A line of a quotation is one here too.
        let lines =
            |span: &Span| span.text.split('\n').map(|text| Span { text: text.to_owned(), ..span.clone() }).collect::<Vec<_>>();
        for span in &quote.text {
            for (at, line) in lines(span).iter().enumerate() {
                self.html.push_str(if at > 0 { "<br>" } else { "" });
                self.span(line);
            }
        }
        self.html.push_str("</p>");
        if let Some(cite) = &quote.cite {
            self.element("footer", cite);
        }
        self.html.push_str("</blockquote>");
    }

    fn list(&mut self, list: List) {
        let element = if list.ordered { "ol" } else { "ul" };
        self.write(format_args!("<{element}"));
        if let Some(start) = list.start {
            self.write(format_args!(" start=\"{start}\""));
        }
        self.html.push_str(if list.reversed { " reversed>" } else { ">" });
        for point in list.points() {
            self.html.push_str("<li>");
            self.text(&point.text);
            point.below.into_iter().for_each(|list| self.list(list));
            self.html.push_str("</li>");
        }
        self.write(format_args!("</{element}>"));
    }

    fn code(&mut self, lines: &Lines) {
        self.html.push_str("<pre>");
        match &lines.language {
            Some(language) => self.write(format_args!("<code class=\"language-{}\">", escape(language))),
            None => self.html.push_str("<code>"),
        }
        self.text(&lines.text);
        self.html.push_str("</code></pre>");
    }

    fn notes(&mut self, items: &[Text]) {
        self.html.push_str("<ol>");
        items.iter().for_each(|note| self.cell("li", note));
        self.html.push_str("</ol>");
    }

    fn table(&mut self, table: &Table) {
        self.html.push_str("<table>");
        if let Some(caption) = &table.caption {
            self.element("caption", caption);
        }
        if !table.header.is_empty() {
            self.html.push_str("<thead><tr>");
            table.header.iter().for_each(|span| self.cell("th", std::slice::from_ref(span)));
            self.html.push_str("</tr></thead>");
        }
        self.html.push_str("<tbody>");
        for row in &table.rows {
            self.html.push_str("<tr>");
            row.iter().for_each(|cell| self.cell("td", cell));
            self.html.push_str("</tr>");
        }
        self.html.push_str("</tbody></table>");
    }

    /// A link to the provider's page: what may be framed is for each site to decide.
    fn embed(&mut self, embed: &Embed) {
        let Some(href) = uri(&embed.href) else { return };
        self.write(format_args!("<p><a href=\"{}\">{}</a></p>", escape(&href), escape(&embed.title)));
    }

    fn aside(&mut self, title: Option<&str>, body: &[Block]) {
        self.html.push_str("<aside>");
        if let Some(title) = title {
            self.element("h2", title);
        }
        let dateline = self.dateline.take();
        self.blocks(body);
        self.dateline = dateline;
        self.html.push_str("</aside>");
    }

    fn text(&mut self, text: &[Span]) {
        text.iter().for_each(|span| self.span(span));
    }

    /// A span with its marks, a link outermost.
    fn span(&mut self, span: &Span) {
        let href = span.href.as_deref().and_then(|href| safe_href(self.paths, href));
        if let Some(href) = &href {
            let href = if href.starts_with('#') { format!("{}{href}", self.page) } else { self.paths.with_origin(href) };
            self.write(format_args!("<a href=\"{}\">", escape(&href)));
        }
        let marks = [("strong", span.strong), ("em", span.emphasis), ("sup", span.superscript), ("sub", span.subscript)];
        let marks = || marks.iter().filter(|(_, is_marked)| *is_marked).map(|(mark, _)| mark);
        marks().for_each(|mark| self.write(format_args!("<{mark}>")));
        let text = escape(&span.text);
        match &span.ruby {
            Some(ruby) => self.write(format_args!("<ruby>{text}<rp>（</rp><rt>{}</rt><rp>）</rp></ruby>", escape(ruby))),
            None => self.html.push_str(&text),
        }
        marks().rev().for_each(|mark| self.write(format_args!("</{mark}>")));
        if href.is_some() {
            self.html.push_str("</a>");
        }
    }

    fn cell(&mut self, element: &str, text: &[Span]) {
        self.write(format_args!("<{element}>"));
        self.text(text);
        self.write(format_args!("</{element}>"));
    }

    fn element(&mut self, element: &str, words: &str) {
        self.write(format_args!("<{element}>{}</{element}>", escape(words)));
    }

    fn write(&mut self, html: std::fmt::Arguments) {
        // A string takes whatever is written to it.
        let _ = self.html.write_fmt(html);
    }
}
