/** What is said of kept data: what a start brought back, backups and what became of them. */
export const safety = {
  recovery: {
    title: "规划数据已恢复",
    because: {
      missing: "规划数据库不在原处或没有内容。",
      damaged: "规划数据库有损坏，不能完整读取。",
      incomplete: "规划数据库缺少部分修改记录。",
    },
    fromJournal: "已按磁盘上的修改记录重新建立：{{plans}} 部规划，{{edits}} 条修改。",
    fromBackup: "已用 {{at}} 的备份和其后的 {{edits}} 条修改记录重新建立：{{plans}} 部规划。",
    through: "恢复到最后一次修改：{{at}}，{{title}}。",
    throughNoPlan: "恢复到最后一次修改：{{at}}。",
    plan: "《{{title}}》",
    aside: "损坏的数据已另行保留，不影响使用。",
    unattached: "以下原文需重新附上：{{files}}。",
    close: "知道了",
    behind: "已补入 {{edits}} 条修改，截至 {{at}}。",
    behindDetail: "这些修改由另一种运行方式写入，或不在此前的数据库中；磁盘上的修改记录完整。",
  },
};
