//! The texts of an article that it is found by. `scripts/tools/search/texts.js` looks in the same.

use strait_model::{Article, Block, BlockText, Image, Text};

/// Visits what stands over an article.
pub fn headline_texts(article: &Article, visit: &mut impl FnMut(&str)) {
    visit(&article.headline);
}

/// Visits all other texts of an article, the body's among them.
pub fn each_text(article: &Article, visit: &mut impl FnMut(&str)) {
    visit(&article.summary);
    some([&article.kicker, &article.dateline, &article.located], visit);
    article.by.iter().for_each(|credit| visit(&credit.name));
    article.subjects.iter().for_each(|subject| visit(&subject.name));
    article.lead.iter().for_each(|image| of_image(image, visit));
    article.body.iter().for_each(|block| of_block(block, visit));
}

fn of_block(block: &Block, visit: &mut impl FnMut(&str)) {
    block.each_text(&mut |text| match text {
        BlockText::Marked(text) | BlockText::Code(text) => of_text(text, visit),
        BlockText::Plain(text) => visit(text),
        BlockText::Picture(image) => of_image(image, visit),
        BlockText::Poster(_) => {}
    });
}

fn of_image(image: &Image, visit: &mut impl FnMut(&str)) {
    some([&image.caption], visit);
}

/// Spans are read as one text: a link is no gap.
fn of_text(text: &Text, visit: &mut impl FnMut(&str)) {
    match text.as_slice() {
        [span] => visit(&span.text),
        spans => visit(&spans.iter().map(|span| span.text.as_str()).collect::<String>()),
    }
}

fn some<const N: usize>(texts: [&Option<String>; N], visit: &mut impl FnMut(&str)) {
    texts.into_iter().flatten().for_each(|text| visit(text));
}
