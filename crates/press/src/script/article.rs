//! What a reader sees of an article, in the other script. Ids, addresses, sections, times and
//! English stay as they are; so does ruby, which says how a text sounds.

use super::Converter;
use strait::pages::StandingPage;
use strait_model::{
    Article, Block, BlockText, Headline, Image, Licence, PageLink, Player, Section, Site, SiteEdition, Subject, Text,
};

/// Converts the texts of one article.
struct Translator<'a> {
    converter: &'a Converter,
    kept: &'a [String],
}

impl Converter {
    /// An article in the other script; one of another language as it is.
    pub fn article(&self, article: &Article) -> Article {
        if !self.converts(&article.language) {
            return article.clone();
        }
        let mut article = article.clone();
        let kept = std::mem::take(&mut article.keep_words);
        let translator = Translator { converter: self, kept: &kept };
        translator.article(&mut article);
        article.language.clone_from(&self.language);
        article
    }

    /// A headline in the other script, but for some names of its article; one of another language as it is.
    pub fn headline(&self, mut headline: Headline, kept: &[String]) -> Headline {
        match headline.language.as_deref() {
            Some(language) if language == self.language => headline.language = None,
            Some(language) if !self.converts(language) => {}
            _ => {
                let translator = Translator { converter: self, kept };
                let Headline { language, kicker, headline: words, summary, picture, .. } = &mut headline;
                *language = None;
                translator.text(words);
                translator.text(summary);
                translator.texts([kicker]);
                picture.iter_mut().for_each(|image| translator.image(image));
            }
        }
        headline
    }

    /// Puts a page beside the news into the other script.
    pub fn standing(&self, page: &mut StandingPage) {
        let translator = Translator { converter: self, kept: &[] };
        translator.text(&mut page.title);
        translator.texts([&mut page.description]);
        page.body.iter_mut().for_each(|block| translator.block(block));
    }

    /// A few words about an article, in the other script; as they are of one in another language. No language: the paper's.
    pub fn note(&self, text: &str, language: Option<&str>, kept: &[String]) -> String {
        match language.is_none_or(|language| self.converts(language)) {
            true => self.text_but(text, kept),
            false => text.to_owned(),
        }
    }

    /// The paper in the other script: its names, not its addresses.
    pub fn site(&self, site: &Site, edition: &SiteEdition) -> Site {
        let optional = |text: &Option<String>| text.as_deref().map(|text| self.text(text));
        let players = site.players.iter().map(|player| Player { name: self.text(&player.name), ..player.clone() });
        Site {
            name: self.text(&site.name),
            tagline: optional(&site.tagline),
            language: edition.language.clone(),
            sections: self.sections(&site.sections),
            copyright_notice: self.text(&site.copyright_notice),
            imprint: site.imprint.iter().map(|line| self.text(line)).collect(),
            licences: site.licences.iter().map(|licence| self.licence(licence)).collect(),
            pages: site.pages.iter().map(|page| self.link(page)).collect(),
            players: players.collect(),
            ..site.clone()
        }
    }

    fn link(&self, link: &PageLink) -> PageLink {
        PageLink { title: self.text(&link.title), label: self.text(&link.label), ..link.clone() }
    }

    /// What authorities call a licence is no text.
    fn licence(&self, licence: &Licence) -> Licence {
        match licence {
            Licence::Other { name, text, href } => {
                Licence::Other { name: self.text(name), text: self.text(text), href: href.clone() }
            }
            _ => licence.clone(),
        }
    }

    fn sections(&self, sections: &[Section]) -> Vec<Section> {
        let section = |section: &Section| Section {
            path: section.path.clone(),
            name: self.text(&section.name),
            about: section.about.as_deref().map(|about| self.text(about)),
            children: self.sections(&section.children),
        };
        sections.iter().map(section).collect()
    }
}

impl Translator<'_> {
    fn article(&self, article: &mut Article) {
        let Article { headline, summary, source, by, subjects, corrections, .. } = article;
        by.iter_mut().for_each(|credit| self.name(&mut credit.name));
        let subjects = subjects.iter_mut().map(subject_name);
        let corrections = corrections.iter_mut().map(|correction| &mut correction.text);
        [headline, summary, &mut source.name].into_iter().chain(subjects).chain(corrections).for_each(|text| self.text(text));
        let Article { kicker, dateline, located, ai_use, editor, status_note, copyright_notice, lead, body, .. } = article;
        self.texts([kicker, dateline, located, status_note, copyright_notice]);
        ai_use.iter_mut().for_each(|ai_use| self.texts([&mut ai_use.note]));
        editor.iter_mut().for_each(|name| self.name(name));
        lead.iter_mut().for_each(|image| self.image(image));
        body.iter_mut().for_each(|block| self.block(block));
    }

    fn block(&self, block: &mut Block) {
        block.each_text_mut(&mut |text| match text {
            BlockText::Marked(text) => self.spans(text),
            BlockText::Plain(text) => self.text(text),
            BlockText::Picture(image) | BlockText::Poster(image) => self.image(image),
            // Code is read by machines.
            BlockText::Code(_) => {}
        });
    }

    fn image(&self, image: &mut Image) {
        self.text(&mut image.alt);
        self.texts([&mut image.caption, &mut image.credit]);
    }

    fn spans(&self, text: &mut Text) {
        self.converter.spans_but(text, self.kept);
    }

    fn texts<const N: usize>(&self, texts: [&mut Option<String>; N]) {
        texts.into_iter().flatten().for_each(|text| self.text(text));
    }

    fn name(&self, name: &mut String) {
        *name = self.converter.name_but(name, self.kept);
    }

    fn text(&self, text: &mut String) {
        *text = self.converter.text_but(text, self.kept);
    }
}

fn subject_name(subject: &mut Subject) -> &mut String {
    &mut subject.name
}
