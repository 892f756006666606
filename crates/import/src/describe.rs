//! Asks sources what they say of themselves, where a house is new or takes their sections over.

use super::about::About;
use super::fault::HouseFault;
use super::house::House;
use super::source::{Source, Sources};
use super::stream::{self, Stream};
use super::web::{Web, shown};
use super::{Format, ImportError, Order, feed, files, ninjs, wordpress};
use std::collections::HashMap;
use strait_report::problem::Problem;

/// What sources say of themselves.
#[derive(Default)]
pub struct Described {
    pub about: About,
    /// What was fetched on the way.
    pub documents: HashMap<String, Vec<u8>>,
    pub problems: Vec<Problem>,
}

/// Asks all sources. What fails here is told, and stops nothing: what cannot be read at all stops the import itself.
pub fn describe(order: &Order, sources: &Sources, house: &House, web: &Web) -> Described {
    let mut described = Described::default();
    let is_asked = house.is_new() || house.grows() && order.format == Format::WordPress;
    if !is_asked {
        return described;
    }
    for source in &sources.found {
        if let Err(error) = ask(order, source, house, web, &mut described) {
            let name = match source {
                Source::File(file) => file.clone(),
                Source::Address(address) => shown(address).into(),
            };
            described.problems.push(Problem::new(name, "", &HouseFault::Undescribed(error.to_string())));
        }
    }
    described
}

fn ask(order: &Order, source: &Source, house: &House, web: &Web, described: &mut Described) -> Result<(), ImportError> {
    let about = &mut described.about;
    match source {
        // What an export says of its sections, it says again when it is read.
        Source::File(file) if !house.is_new() && file.extension().is_some_and(|ending| ending == "xml") => Ok(()),
        Source::File(file) => ask_file(order, files::open(file)?, about).map_err(ImportError::disk(file)),
        Source::Address(address) if order.format == Format::WordPress => {
            if house.is_new() {
                wordpress::fetch::describe(web, address, about)?;
                about.items += 1;
            }
            wordpress::fetch::categories(web, address, about)
        }
        Source::Address(address) => {
            let bytes = web.document(address)?;
            ask_file(order, stream::of_bytes(bytes.clone()), about).map_err(ImportError::disk(shown(address)))?;
            described.documents.insert(address.clone(), bytes);
            Ok(())
        }
    }
}

fn ask_file(order: &Order, file: Box<dyn Stream>, about: &mut About) -> std::io::Result<()> {
    match order.format {
        Format::Ninjs => ninjs::describe(file, order.now, about),
        Format::WordPress => wordpress::describe(file, order.now, about),
        Format::Feed => feed::describe(file, about),
    }
}
