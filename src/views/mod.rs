//! Model in, HTML out: one file per view. A view never fetches and never reads the clock.

mod announcement;
mod article_view;
mod audio_view;
mod block_view;
mod breadcrumb;
mod continue_on_phone;
mod correction_list;
mod embed_view;
mod figure_view;
mod footer;
#[cfg(not(target_arch = "wasm32"))]
mod frame_view;
mod headline_card;
mod headline_list;
mod lead_story;
#[cfg(not(target_arch = "wasm32"))]
mod licences;
mod loading_bar;
mod masthead;
mod moment;
mod pager;
mod phrases;
mod picture;
mod picture_rail;
mod qr_code;
#[cfg(not(target_arch = "wasm32"))]
mod qr_mask;
mod related_news;
#[cfg(not(target_arch = "wasm32"))]
mod standing_links;
mod strip_view;
mod table_view;
mod text_view;
mod trouble_notice;
mod video_view;
mod withdrawn_notice;

pub use announcement::Announcement;
pub use article_view::ArticleView;
#[cfg(not(target_arch = "wasm32"))]
pub use block_view::block_view;
pub use breadcrumb::Breadcrumb;
pub use continue_on_phone::ContinueOnPhone;
pub use correction_list::CorrectionList;
pub use footer::Footer;
#[cfg(not(target_arch = "wasm32"))]
pub use frame_view::{Frame, FrameView, FrameViewProps};
pub use headline_card::{HeadlineCard, opening_cards};
pub use headline_list::{HeadlineLines, HeadlineList};
pub use lead_story::LeadStory;
pub use loading_bar::LoadingBar;
pub use masthead::Masthead;
pub use moment::Moment;
pub use pager::pager;
pub use picture::Wanted;
pub use picture_rail::PictureRail;
#[cfg(target_arch = "wasm32")]
pub use qr_code::Drawing;
pub use qr_code::QrCode;
pub use related_news::RelatedNews;
pub use strip_view::StripView;
pub use trouble_notice::TroubleNotice;
pub use withdrawn_notice::WithdrawnNotice;
