// Browsers inside other programs (docs/browsers.md has what each says of itself, and what it lacks).

const { userAgent } = navigator;

/** Whether the page is shown inside WeChat, QQ, Weibo, Xiaohongshu, Douyin or DingTalk: they share by a menu of their own. */
export const isInside = /MicroMessenger|\bQQ\/|Weibo|XiaoHongShu|xhsdiscover|aweme|DingTalk/i.test(userAgent);

/** Whether what they share is the address that was opened first, whatever the history says: those on iOS. */
export const keepsFirstAddress = isInside && /iP(hone|ad|od)/.test(userAgent);
