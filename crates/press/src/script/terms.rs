//! Where the news is no software: OpenCC's tables of terms would call a community (社區) a chat
//! group (社群). And where the longest match is not the right one.

/// Phrases that OpenCC would cut in the wrong place, and how it writes them where it does not:
/// 道里 is a district and 海里 a nautical mile, but not here.
pub const RIGHTLY_CUT: &str = "
    楼道里 樓道裏  街道里 街道裏  隧道里 隧道裏  通道里 通道裏  跑道里 跑道裏  管道里 管道裏  频道里 頻道裏  航道里 航道裏  河道里 河道裏
    渠道里 渠道裏  车道里 車道裏  轨道里 軌道裏  巷道里 巷道裏  地道里 地道裏  报道里 報道裏  水道里 水道裏  味道里 味道裏
    在海里 在海裏  到海里 到海裏  大海里 大海裏  进海里 進海裏  从海里 從海裏  下海里 下海裏  深海里 深海裏  入海里 入海裏
    首只有 首只有  托着 托着
";

/// Words, as OpenCC's first step writes them, that are left as they are for Taiwan.
pub const UNFIT_FOR_TAIWAN: &str = "
    交互 低級 保存 便攜式 優化 元編程 光標 全局 公元 兼容 內核 內置 冒泡排序 凱奇 函數 分佈式 分區 刷新 前綴 剪切 創建 參數
    古爾德 句柄 呼出 回調 圖像 圖庫 地址欄 埃爾加 堆棧 壁紙 外置 外鍵 多任務 多態 奔馳 存儲 存盤 實例 審覈 對象 導入 導出
    局部 屏蔽 嵌套 布爾 布里頓 循環 性價比 性能 截取 打開 批量 拉洛 拉莫 拋出 持久性 指針 捲積 掛斷 接口 控件 擴展 支持 散列
    數據 數據源 數組 文件 文檔 映射 查找 查看 格林卡 格拉斯 格里格 梅西安 模擬 權限 歐拉 比特 沃爾頓 涼菜 添加 溢出 激活
    物理地址 狀態欄 用戶 用戶名 異步 發佈 發送 的士 相冊 矢量 社區 禁用 福雷 科普蘭 科雷利 程序 窗口 端口 算子 範式 組件
    綁定 網卡 線程 縮進 總線 缺省 聯繫 聲明 脫機 腳本 自行車 花屏 菜單 萬象 薩蒂 虛擬機 複印 視圖 觸摸 設備 設置 詞組
    調度 調用 調製 調試 變量 貝利尼 賴希 輔音 連接 連接器 進制 進程 運行 遞歸 遠程 重裝 重載 鏡像 隊列 集成 集羣 面向對象
    面向過程 項目 預處理器 類型 高端 高級 默認 默認值 點擊 代碼 主板 信道 比特率 光盤 海內存知己 元音 後綴 顯存 位圖 命令行 頭文件 字段
";

/// Words of Taiwan that are left as they are for the mainland: there they are no such term, or not only.
pub const UNFIT_FROM_TAIWAN: &str = "
    不正義 互動 介面 低階 佇列 併發 使用者 例項 保留 傳送 儲存 內碼表 共用 冷盤 分散式 列印 刪除 前處理器 即時 參數 取樣 召回
    多工 多型 妥瑞症 字首 字尾 字元 宕機 宣告 對映 巢狀 建立 引數 影像 影印 批次 抽象 捲軸 排程 控制代碼 支援 整合 新增 映象
    智慧 書籤 條目 核心 桌布 模擬 檔案 檢視 欄位 標頭 檔名 永珍 查詢 泡麵 流程 清除 深度 物件 目的碼 相容 相簿 真實模式 社群 程序
    稽核 空間 符號 線上 組合 結束通話 編譯 繫結 群組 聯結 聯絡 腳踏車 衝突 行動 行程 表示式 裝置 複製 視窗 視訊 訊息 訊號 記憶
    設定 證照 調整 調變 警告 資料 資訊長 輸出 輸入 通訊 連線 連結 遮蔽 迴圈 透過 速食麵 選單 運算元 過載 離線 類比 類別 高階 進階
    停用 釋出 重新整理 開啟 閘道器 防毒 離線 預設 首頁 駭入 點選 丟擲 執行 尤拉 向量 文件 方程式 最佳化 介面卡 區域性 全域性
";
