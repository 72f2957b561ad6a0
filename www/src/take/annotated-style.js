/** The style of the annotated page: it must look the same where nothing of the page is. */
export const ANNOTATED_STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;padding:24px;max-width:1320px;color:#22252a;background:#f3f1ec;font:15px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:break-word}
header h1{margin:0 0 4px;font-size:24px}header p{margin:0 0 16px;color:#5a5f68}
.columns{display:flex;align-items:flex-start}
main{flex:1 1 0;min-width:0;padding:24px 32px;background:#fffefb;border:1px solid #dedad1;border-radius:10px;font-family:"Songti SC","Noto Serif CJK SC","Microsoft YaHei",serif;font-size:16px;line-height:1.95}
main>*{margin:0 0 8px;unicode-bidi:isolate;white-space:pre-wrap}main h3,main h4,main h5,main h6{margin-top:24px;font-size:18px}
main table{border-collapse:collapse;min-width:100%;font:13px/1.5 "Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main td{padding:4px 8px;border:1px solid #b9b4a6;unicode-bidi:isolate}
.scroll{overflow-x:auto;white-space:normal}.scroll td{white-space:pre-wrap}
aside{flex:0 0 380px;margin-left:24px;padding:16px 20px;background:#fffefb;border:1px solid #dedad1;border-radius:10px;position:sticky;top:16px;max-height:calc(100vh - 32px);overflow-y:auto}
aside h2{margin:0 0 8px;font-size:18px}aside h2 small{padding:0 8px;border-radius:10px;background:#e9eff5;color:#24507a;font-size:13px}
aside h3{margin:16px 0 0;font-size:13px;color:#5a5f68}
aside section{padding:10px 0;border-bottom:1px solid #dedad1}aside section:target{background:#ffe493;box-shadow:0 0 0 6px #ffe493}
aside h4{margin:0;font-size:15px}aside h4 small{margin-left:4px;padding:0 7px;border:1px solid #24507a;border-radius:9px;color:#24507a;font-size:12px;font-weight:400}aside p{margin:2px 0;font-size:13.5px}
.sum{padding:2px 10px;background:#f3f1ec;border-radius:6px;font-variant-numeric:tabular-nums}
.repair,.remark{color:#2a6a47}.remark{color:#5a5f68}
mark{background:none;color:inherit;font-weight:600}
mark.error{background:#fbeae7;border-bottom:2px solid #b02418;color:#b02418}
mark.warning{background:#faf0da;border-bottom:2px dashed #805200;color:#805200}
mark.notice{background:#e8eef6;border-bottom:2px dotted #3d5a80;color:#3d5a80}
u{text-decoration:none;border-bottom:1px dotted #8b8779}
a.error,a.warning,a.notice{display:inline-block;margin-left:2px;padding:0 5px;border-radius:3px;font:600 11px/17px sans-serif;text-decoration:none;white-space:nowrap;vertical-align:3px}
a.error{background:#b02418;color:#fff}a.warning{box-shadow:inset 0 0 0 1px #805200;background:#faf0da;color:#805200}a.notice{box-shadow:inset 0 0 0 1px #3d5a80;border-radius:9px;color:#3d5a80}
a:target{outline:3px solid #e0a800;outline-offset:2px}aside h4 a{vertical-align:1px;margin:0 6px 0 0}
.tried{color:#24507a;font-style:normal}.tried-note{color:#805200}
.control{unicode-bidi:isolate}.control::before{content:"◇";color:#8b8779}
footer{margin-top:16px;color:#5a5f68;font-size:13px;text-align:center}
@media (max-width:900px){.columns{display:block}aside{margin:24px 0 0;position:static;max-height:none}main{padding:16px}}
@media print{@page{size:A4;margin:16mm}body{padding:0;background:#fff;font-size:10.5pt}.columns{display:block}main,aside{padding:0;border:0;background:none}aside{margin:8mm 0 0;position:static;max-height:none}aside section{break-inside:avoid}a.error{background:none;color:#000;box-shadow:inset 0 0 0 1px #000}}
`;
