extension HTMLTemplate {
  /// The style sheet of the page. Text and background pairs keep a contrast of at least 4.5 : 1 (WCAG 2.2, AA) in both
  /// schemes.
  static let style = """
    :root{color-scheme:light dark;--page:#f6f5f2;--card:#fff;--ink:#1c1b19;--soft:#5c5a55;--line:#dddad3;--inset:#f4f2ed;
    --link:#0b57a4;--mark:#ffe58a;--mark-ink:#1c1b19;--contradiction:#b3211b;--disputed:#85318f;--changed:#805300;
    --compatible:#1b5fa8;--agree:#22693a;
    --serif:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,"Noto Serif",serif;
    --sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;
    --mono:ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans Mono","DejaVu Sans Mono",monospace}
    @media(prefers-color-scheme:dark){:root{--page:#161513;--card:#201f1c;--ink:#eceae5;--soft:#aaa69d;--line:#3a3833;
    --inset:#292723;--link:#8ebff5;--mark:#6a5410;--mark-ink:#fff6d6;--contradiction:#ff8a80;--disputed:#dba2e6;
    --changed:#e9b65a;--compatible:#8ebff5;--agree:#85cf9b}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
    @media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
    body{margin:0 auto;max-width:74rem;padding:2.5rem clamp(1rem,4vw,3rem) 4rem;background:var(--page);color:var(--ink);
    font:1rem/1.5 var(--sans);overflow-wrap:break-word}
    h1,h2,h3,p,ul,ol,dl,dd,blockquote{margin:0;padding:0}
    a{color:var(--link);text-underline-offset:.15em}
    a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:3px;border-radius:3px}
    code{font:.8125em var(--mono);color:var(--soft);overflow-wrap:anywhere}
    small{font-size:.875em;color:var(--soft)}
    cite{font-style:normal}
    .contradiction{--tone:var(--contradiction)}.disputed{--tone:var(--disputed)}.changed{--tone:var(--changed)}
    .compatible{--tone:var(--compatible)}.agree{--tone:var(--agree)}
    .badge{display:inline-block;padding:.1em .6em;border:1px solid var(--tone);border-radius:99px;color:var(--tone);
    font-size:.8125rem;font-weight:600;line-height:1.5;white-space:nowrap}
    .tool{color:var(--soft);font-size:.875rem}
    h1{margin:.25rem 0 .5rem;font-size:clamp(1.6rem,1.2rem + 2vw,2.4rem);line-height:1.15;letter-spacing:-.015em;
    text-wrap:balance}
    .sign{color:var(--tone)}
    .scope{color:var(--soft);max-width:46rem}
    .counts{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:1.5rem 0 0;list-style:none}
    .counts li{display:flex;align-items:baseline;gap:.4rem}
    .counts b{font-size:1.75rem;line-height:1.1;color:var(--tone);font-variant-numeric:tabular-nums}
    .counts .none b,.counts .none span{color:var(--soft);font-weight:400}
    .incomplete{margin-top:1.25rem;padding:.6rem .9rem;border:1px solid var(--contradiction);border-radius:.5rem}
    .contents{margin:2rem 0 0;list-style:none;border-top:1px solid var(--line)}
    .contents a{display:grid;grid-template-columns:8.75rem 1fr;gap:.75rem;align-items:baseline;padding:.55rem 0;
    border-bottom:1px solid var(--line);color:inherit;text-decoration:none}
    .contents a:hover span+span{text-decoration:underline}
    .contents .badge{justify-self:start}
    .finding{margin-top:2rem;padding:clamp(1rem,2.5vw,1.75rem);background:var(--card);border:1px solid var(--line);
    border-top:4px solid var(--tone);border-radius:.6rem;scroll-margin-top:1rem}
    .kicker{display:flex;flex-wrap:wrap;gap:.4rem .75rem;align-items:center;color:var(--soft);font-size:.875rem}
    h2{margin:.6rem 0 .35rem;font-size:1.375rem;line-height:1.25;letter-spacing:-.01em;text-wrap:balance}
    .explanation{max-width:46rem;color:var(--soft)}
    .positions{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:1rem;margin-top:1.25rem}
    .position{padding:.9rem 1rem 1rem;background:var(--inset);border-radius:.5rem;min-width:0}
    h3{display:flex;flex-wrap:wrap;gap:.1rem .6rem;align-items:baseline;justify-content:space-between;
    font-size:1.125rem;line-height:1.3}
    .label{font-size:1.3rem;font-variant-numeric:tabular-nums}
    h3 small{font-weight:400}
    .speaker{margin-top:.75rem;padding-top:.75rem;border-top:1px solid var(--line)}
    blockquote{font:1.0625rem/1.5 var(--serif);unicode-bidi:isolate}
    blockquote:lang(ar),blockquote:lang(fa),blockquote:lang(ur){font-family:"Noto Naskh Arabic","Geeza Pro","Traditional Arabic",var(--serif);line-height:1.8}
    blockquote:lang(zh),blockquote:lang(ja),blockquote:lang(ko){line-height:1.7}
    mark{padding:.05em .12em;border-radius:.2em;background:var(--mark);color:var(--mark-ink);font-weight:600;
    box-decoration-break:clone;-webkit-box-decoration-break:clone}
    .reading{display:flex;flex-wrap:wrap;gap:.1rem .75rem;align-items:baseline;margin:.3rem 0 .6rem;color:var(--soft);font-size:.8125rem}
    .normal{font:600 .8125rem var(--mono);color:var(--ink)}
    .source{font-size:.875rem;line-height:1.4}
    .source cite{font-weight:600}
    .facts{display:flex;flex-wrap:wrap;gap:.05rem .6rem;align-items:baseline;color:var(--soft);font-size:.8125rem}
    .language{padding:0 .35em;border:1px solid var(--line);border-radius:.25em;font-size:.75rem}
    .more{margin-top:.75rem;color:var(--soft);font-size:.875rem}
    .finding>footer{display:flex;flex-wrap:wrap;gap:.1rem .9rem;align-items:baseline;margin-top:1rem;color:var(--soft);font-size:.8125rem}
    .calm{margin:2.5rem 0;font-size:1.125rem}
    .fold{margin-top:1.5rem;padding-top:1rem;border-top:1px solid var(--line)}
    summary{cursor:pointer;font-weight:600}
    .agreeing{margin-top:1.25rem;padding-inline-start:1rem;border-inline-start:3px solid var(--agree)}
    .agreeing blockquote{margin-top:.6rem;max-width:46rem}
    .agreeing .reading{margin-bottom:0}
    .agreeing.open{border-inline-start-color:var(--line)}
    .problems{margin-top:.75rem;list-style:none}
    .problems li{padding:.5rem 0;border-top:1px solid var(--line)}
    .problems b.error{color:var(--contradiction)}.problems b.warning{color:var(--changed)}
    .scroll{overflow-x:auto}
    table{width:100%;margin-top:.75rem;border-collapse:collapse;font-size:.9375rem}
    th,td{padding:.5rem 1rem .5rem 0;border-bottom:1px solid var(--line);text-align:start;vertical-align:top}
    thead th{color:var(--soft);font-size:.8125rem;font-weight:600}
    tbody th{font-weight:400}
    td{white-space:nowrap}
    .number{text-align:end;font-variant-numeric:tabular-nums}
    .legend dl{display:grid;grid-template-columns:max-content 1fr;gap:.5rem 1rem;margin-top:.75rem}
    @media(max-width:34rem){body{padding-top:1.5rem}.contents a{grid-template-columns:1fr;gap:.3rem}
    .legend dl{grid-template-columns:1fr;gap:.2rem}.legend dd{margin-bottom:.6rem}
    td{white-space:normal}}
    @media print{:root{--page:#fff;--inset:#fff}body{max-width:none;padding:0;font-size:10pt}nav{display:none}
    .position{border:1px solid var(--line)}.speaker,.finding>header{break-inside:avoid}h2,h3{break-after:avoid}
    mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    """
}
