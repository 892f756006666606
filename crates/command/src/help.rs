//! What `--help` teaches, by example.

/// How a paper comes about, from nothing to readers.
pub const STORY: &str = "\
A paper in three commands:
  strait new paper                                   a small newsroom to begin with
  strait import --from wordpress https://paper.example/ --content paper
                                                     fills it with what there is: an export, a wire, a feed
  strait serve --content paper                       shows it at http://127.0.0.1:8080/, and again after each change

From day to day:
  strait check --content paper                       says what is wrong, where, and what to do
  strait build --content paper --out site            prints again; only what changed is written
  strait publish --content paper --from site --to file:///srv/paper
                                                     prints again and puts it online, all at once

Exit codes:
  0  done
  1  problems in the content
  2  wrong usage
  3  the world failed: a disk, a network, a missing part";

/// For `strait new`.
pub const NEW: &str = "\
Examples:
  strait new paper
  strait new paper --name 鹭潮报 --url https://luchao.example/
  strait new paper --language zh-Hant --name 鷺潮報 --theme gazette";

/// For `strait check`.
pub const CHECK: &str = "\
Examples:
  strait check --content paper
  strait check --content paper --strict --format json > problems.json    # for CI
  strait check --content paper --now 2026-12-24T18:00:00+08:00 --lang zh # as of that evening
  strait check --content paper --conversion                              # what to look at in the other script

Ends with 1 when there are errors; under --strict also when there is advice.";

/// For `strait build`.
pub const BUILD: &str = "\
Examples:
  strait build --content paper --out site
  strait build --content paper --out site --precompress --base-url https://luchao.example/
  strait build --content paper --out tomorrow --now 2026-12-24T18:00:00+08:00

Ends with 0 although an article is broken: it is named, and left out. Under --strict it ends with 1.";

/// For `strait serve`.
pub const SERVE: &str = "\
Examples:
  strait serve --content paper
  strait serve --site site
  strait serve --site site --port 3000 --reload";
