//! What an editor changed meanwhile is closed by its source all the same, and keeps its words.

use crate::closing::{edit, item, let_through, send, status};
use crate::folder::Folder;
use PublicationStatus::{Canceled, Usable, Withheld};
use serde_json::{Value, json};
use strait_import::Format::Ninjs;
use strait_model::PublicationStatus;

#[test]
fn an_editors_later_version_is_closed_and_keeps_its_words() {
    for ledger in ["of today", "of the Strait before"] {
        let folder = let_through(2).0;
        if ledger == "of today" {
            send(&folder, 2, "published");
        }
        edit(&folder, |article| {
            article["headline"] = "the editor's".into();
            article["versionCreated"] = "2026-09-30T12:00:00Z".into();
        });
        for hour in [2, 3] {
            assert_eq!(send(&folder, hour, "in_progress").counts.withheld, 1, "{ledger}");
            assert_eq!((status(&folder), folder.article().headline.as_str()), (Withheld, "the editor's"), "{ledger}");
            assert_eq!(send(&folder, hour, "published").counts.updated, 1, "{ledger}");
            assert_eq!((status(&folder), folder.article().headline.as_str()), (Usable, "the editor's"), "{ledger}");
        }
        assert_eq!(send(&folder, 2, "in_progress").counts.unchanged, 1, "older than what the source sent last");
        assert_eq!(folder.article().version_created.as_str(), "2026-09-30T12:00:00Z");
    }
}

#[test]
fn a_kill_is_obeyed_below_an_editors_later_version() {
    let folder = Folder::new();
    send(&folder, 2, "published");
    edit(&folder, |article| article["versionCreated"] = "2026-09-30T12:00:00Z".into());
    assert_eq!(send(&folder, 3, "killed").counts.withdrawn, 1);
    assert_eq!(status(&folder), Canceled);
    assert_eq!(send(&folder, 3, "published").counts.unchanged, 1);
    assert_eq!(status(&folder), Canceled);
}

#[test]
fn an_editor_cannot_open_what_its_source_holds() {
    let folder = Folder::new();
    send(&folder, 2, "in_progress");
    edit(&folder, |article| article["pubStatus"] = "usable".into());
    assert_eq!(send(&folder, 2, "in_progress").counts.withheld, 1);
    assert_eq!(status(&folder), Withheld);
    let mut planned = item(3, "published");
    planned["embargo"] = "2031-01-01T00:00:00Z".into();
    folder.import_json(Ninjs, &planned);
    for sooner in [json!("2026-10-01T00:00:00Z"), Value::Null] {
        edit(&folder, |article| article["embargoed"] = sooner);
        folder.import_json(Ninjs, &planned);
        assert_eq!(folder.article().embargoed.unwrap().as_str(), "2031-01-01T08:00:00+08:00");
    }
    edit(&folder, |article| article["embargoed"] = "2032-01-01T00:00:00Z".into());
    folder.import_json(Ninjs, &planned);
    assert_eq!(folder.article().embargoed.unwrap().as_str(), "2032-01-01T00:00:00Z", "an editor may wait longer");
}

#[test]
fn what_an_editor_closed_no_source_opens() {
    for closed in ["withheld", "canceled"] {
        let folder = Folder::new();
        send(&folder, 2, "published");
        edit(&folder, |article| article["pubStatus"] = closed.into());
        let expected = status(&folder);
        for (hour, state) in [(3, "in_progress"), (4, "published"), (5, "corrected")] {
            send(&folder, hour, state);
            assert_eq!(status(&folder), expected, "{closed} {state}");
        }
    }
}
