/** The page's whole style, for the screen and for A4. Shades of levels run from warm to cold and stay apart in grey and for every eye. */
export const PAGE_STYLE = `
:root{--ink:#1a2230;--soft:#566074;--line:#d8dde6;--wash:#f5f7fa;--good:#0b6b50;--good-wash:#e3f3ec;--bad:#a4262c;--bad-wash:#fae8e8;--warn:#8a5a00;--warn-wash:#fdf1d8;color-scheme:light}
*{box-sizing:border-box}
html{background:#eceff4}
body{margin:0 auto;max-width:62rem;padding:2.5rem clamp(1rem,4vw,3.5rem) 4rem;background:#fff;color:var(--ink);font:15px/1.55 "Noto Sans","Segoe UI",system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
header{border-bottom:3px solid var(--ink);padding-bottom:1rem}
.kicker{margin:0;color:var(--soft);font-weight:600}
h1{margin:.1rem 0 .4rem;font-size:2rem;line-height:1.2;letter-spacing:-.01em}
.stamp,.note{margin:0;color:var(--soft);font-size:.85rem}
nav ol{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin:.9rem 0 0;padding:0;font-size:.85rem}
nav a{color:#1f4fa3;text-decoration:none}
nav a:hover{text-decoration:underline}
nav a:focus-visible,.scroll:focus-visible{outline:2px solid #1f4fa3;outline-offset:2px;border-radius:2px}
section{margin-top:2.4rem}
h2{margin:0 0 .5rem;font-size:1.25rem;line-height:1.3}
h2+.note{margin:-.25rem 0 .7rem}
article{margin:1rem 0;padding:.9rem 1.1rem;border:1px solid var(--line);border-radius:8px}
h3{margin:0;font-size:1rem;line-height:1.5}
p.text{margin:.5rem 0;white-space:pre-line}
.banner{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.8rem;margin:.6rem 0 1.2rem}
.banner>div{display:flex;flex-direction:column;gap:.1rem;padding:.9rem 1.1rem;border-radius:8px;border-left:5px solid var(--soft);background:var(--wash)}
.banner span{font-size:.85rem;color:var(--soft)}
.banner strong{font-size:1.3rem;line-height:1.3}
.banner small{font-size:.85rem;color:var(--soft)}
.banner .good{border-color:var(--good);background:var(--good-wash)}.banner .good strong{color:var(--good)}
.banner .bad{border-color:var(--bad);background:var(--bad-wash)}.banner .bad strong{color:var(--bad)}
.banner .warn{border-color:var(--warn);background:var(--warn-wash)}.banner .warn strong{color:var(--warn)}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:.35rem 2rem;margin:.6rem 0}
dl div{display:grid;grid-template-columns:9rem 1fr;gap:.8rem}
dt{color:var(--soft)}
dd{margin:0;white-space:pre-line}
.scroll{overflow-x:auto;margin:.7rem 0}
table{width:100%;border-collapse:collapse;font-size:.9rem}
th,td{padding:.45rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);white-space:pre-line}
th,.center,.right{overflow-wrap:normal}
.shaded th{font-size:.85em;padding-inline:.3rem}
.shaded td{padding-inline:.3rem}
th{font-weight:600;color:var(--soft);border-bottom:1.5px solid var(--ink)}
.center{text-align:center}.right{text-align:right;font-variant-numeric:tabular-nums}
.strong{font-weight:650}.muted{color:var(--soft)}
td .good,.tag.good{color:var(--good)}td .bad,.tag.bad{color:var(--bad)}td .warn,.tag.warn{color:var(--warn)}
[class^=level-]{display:inline-block;min-width:1.7em;padding:0 .4em;border-radius:4px}.shaded [class^=level-]{display:block}
.level-0{background:#f6c9a0}.level-1{background:#fbe5d0}.level-2{background:#d5e5f5}.level-3{background:#a3c9ea}
.tag{display:inline-block;margin-left:.35rem;padding:.05rem .55rem;border:1px solid currentColor;border-radius:99px;font-size:.8rem;font-weight:500;color:var(--soft)}
ol.steps,ul{margin:.5rem 0;padding-left:1.6rem}
li{margin:.2rem 0}
figure{margin:.6rem 0;padding-left:.9rem;border-left:3px solid var(--line)}
figcaption{color:var(--soft);font-size:.85rem}
blockquote{margin:0;white-space:pre-line}
@page{size:A4;margin:16mm 15mm 18mm}
@media print{
html,body{background:#fff}
body{max-width:none;padding:0;font-size:10pt}
nav{display:none}
h2,h3{break-after:avoid}
h2+.note{break-after:avoid}
tr,figure,.banner,dl div{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
article{padding:.6rem .8rem}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
@media (max-width:40rem){dl,dl div{grid-template-columns:1fr;gap:0}dl div{margin-bottom:.4rem}}
`;
