//! What an import can find wrong with what it is given: a table for each kind of thing. An error is an item or a part that
//! readers will miss; advice is a form that was lost, or something to do next.

mod body;
mod file;
mod gate;
mod house;
mod item;
mod left;

pub use body::BodyFault;
pub use file::FileFault;
pub use gate::GateFault;
pub use house::HouseFault;
pub use item::{ItemFault, Lack};

use strait_report::problem::Fault;

/// What can be wrong with a file of a source, or with an item in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ImportFault {
    /// With the whole file.
    File(FileFault),
    /// With an item.
    Item(ItemFault),
    /// It may not be shown.
    Gate(GateFault),
    /// With a body.
    Body(BodyFault),
}

impl ImportFault {
    /// Its row, whichever table has it.
    pub fn row(&self) -> &dyn Fault {
        match self {
            ImportFault::File(fault) => fault,
            ImportFault::Item(fault) => fault,
            ImportFault::Gate(fault) => fault,
            ImportFault::Body(fault) => fault,
        }
    }
}

impl From<FileFault> for ImportFault {
    fn from(fault: FileFault) -> ImportFault {
        ImportFault::File(fault)
    }
}

impl From<ItemFault> for ImportFault {
    fn from(fault: ItemFault) -> ImportFault {
        ImportFault::Item(fault)
    }
}

impl From<GateFault> for ImportFault {
    fn from(fault: GateFault) -> ImportFault {
        ImportFault::Gate(fault)
    }
}

impl From<BodyFault> for ImportFault {
    fn from(fault: BodyFault) -> ImportFault {
        ImportFault::Body(fault)
    }
}
