// Inside WeChat and its like: on iOS, where they share the address that was opened first, each link is a page load; the
// share card says where their own menu is. What these programs really do, only a device shows (docs/browsers.md).

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browsers.mjs";
import { articlePath, lead, word } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";
const ANDROID = "Mozilla/5.0 (Linux; Android 14; V2366GA; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.6723.103 Mobile Safari/537.36";
const PROGRAMS = {
  WeChat: "MicroMessenger/8.0.53(0x18003531) NetType/4G Language/zh_CN",
  QQ: "QQ/9.1.20.641 V1_IPH_SQ_9.1.20_1_APP_A",
  Weibo: "Weibo (iPhone16,2__weibo__14.11.0__iphone__os18.1)",
  Xiaohongshu: "xhsdiscover/8.60 NetType/WiFi",
  Douyin: "aweme_32.5.0 JsSdk/2.0 NetType/4G",
  DingTalk: "AliApp(DingTalk/7.6.20) language/zh-Hans-CN",
};

inChromium((reader) => {
  const as = (userAgent) => reader.devtools("Emulation.setUserAgentOverride", { userAgent });

  for (const [name, words] of Object.entries(PROGRAMS)) {
    test(`${name} on an iPhone loads each page, and is told where to share`, async () => {
      await as(`${IPHONE} ${words}`);
      await reader.visit(paper.url("/"));
      await reader.mark();
      await reader.click(".lead-story h2 a");
      await reader.sees(lead.article.headline);
      assert.ok(!(await reader.isSameDocument()), "the article is a document of its own");
      assert.equal(await reader.path(), articlePath(lead));
      assert.equal(await reader.run(() => document.documentElement.dataset.reader), null, "no reader runs");
      await reader.click(".continue-on-phone button");
      assert.ok((await reader.text(".continue-on-phone__card")).includes(word("SHARE_ABOVE")));
    });
  }

  for (const [name, userAgent] of [["WeChat on Android", `${ANDROID} ${PROGRAMS.WeChat}`], ["Safari", `${IPHONE} Version/18.1 Safari/604.1`]]) {
    test(`${name} opens pages in place`, async () => {
      await as(userAgent);
      await reader.visitAwake(paper.url("/"));
      await reader.mark();
      await reader.click(".lead-story h2 a");
      await reader.sees(lead.article.headline);
      assert.ok(await reader.isSameDocument());
      await reader.click(".continue-on-phone button");
      assert.equal((await reader.text(".continue-on-phone__card")).includes(word("SHARE_ABOVE")), name !== "Safari");
    });
  }
}, "phone");
