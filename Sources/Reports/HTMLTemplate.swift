/// The page of the HTML report, as a Mustache template. The pragma in its first line sets how values are escaped; it
/// has no partials, as those would fall back to the library's own escaping.
enum HTMLTemplate {
  static let page = #"""
    {{% CONTENT_TYPE: ESCAPED}}
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <title>{{symbol}} {{headline}} · factcheck</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <header class="top {{verdict}}">
    <p class="tool">{{tool}}</p>
    <h1><span class="sign" aria-hidden="true">{{symbol}}</span> {{headline}}</h1>
    <p class="scope">{{scope}}{{#days}}<br>published {{days}}{{/days}}</p>
    <ul class="counts">
    {{#counts}}
    <li class="{{verdict}}{{#none}} none{{/none}}"><b>{{number}}</b> <span>{{word}}</span></li>
    {{/counts}}
    </ul>
    {{#hasProblems}}
    <p class="incomplete"><a href="#problems">{{problemCount}}</a> while reading: not everything could be checked.</p>
    {{/hasProblems}}
    </header>
    <main>
    {{#hasFindings}}
    <nav aria-label="Findings">
    <ol class="contents">
    {{#findings}}
    <li class="{{verdict}}"><a href="#{{anchor}}"><span class="badge">{{symbol}} {{verdict}}</span> <span dir="auto">{{message}}</span></a></li>
    {{/findings}}
    </ol>
    </nav>
    {{#findings}}
    <article class="finding {{verdict}}" id="{{anchor}}">
    <header>
    <p class="kicker"><span class="badge">{{symbol}} {{verdict}}</span> <span dir="auto">{{title}}</span>{{#asOf}} <span>as of {{asOf}}</span>{{/asOf}}</p>
    <h2 dir="auto">{{message}}</h2>
    <p class="explanation">{{explanation}}</p>
    </header>
    <div class="positions">
    {{#positions}}
    <section class="position">
    <h3><span class="label">{{label}}</span> <small>{{count}}</small></h3>
    {{#speakers}}
    <div class="speaker">
    {{#quotes}}
    <blockquote{{#lang}} lang="{{lang}}"{{/lang}} dir="{{dir}}">{{{markup}}}</blockquote>
    <p class="reading"><span class="normal" title="what the words say, in normal form">{{normalForm}}</span> <span>line {{line}}</span>{{#speaker}} <span dir="auto">said by {{speaker}}</span>{{/speaker}}{{#spokenOf}} <span>as of {{spokenOf}}</span>{{/spokenOf}}{{#because}} <span class="because" dir="auto">{{because}}</span>{{/because}}</p>
    {{/quotes}}
    <p class="source">{{#link}}<a href="{{link}}" rel="noopener noreferrer nofollow">{{/link}}<cite dir="auto">{{name}}</cite>{{#link}}</a>{{/link}}<span class="facts">{{#language}}<span class="language">{{language}}</span> {{/language}}{{#day}}<time datetime="{{date}}">{{day}}</time>{{/day}}{{#source}} <span dir="auto">{{source}}</span>{{/source}}{{#hasTitle}} <code>{{id}}</code>{{/hasTitle}}</span></p>
    </div>
    {{/speakers}}
    {{#more}}<p class="more">and {{more}}, all of them in report.json</p>{{/more}}
    </section>
    {{/positions}}
    </div>
    <footer><code>{{id}}</code> <span>{{severity}}</span>{{#why}} <span dir="auto">{{why}}</span>{{/why}}</footer>
    </article>
    {{/findings}}
    {{/hasFindings}}
    {{^hasFindings}}
    <p class="calm">Nothing in these articles conflicts with anything else in them, as far as the rules look.</p>
    {{/hasFindings}}
    {{#hasAgreeing}}
    <details class="fold">
    <summary>✓ {{agreeCount}} on which the articles agree</summary>
    {{#agreeing}}
    <section class="agreeing" id="{{anchor}}">
    <h3 dir="auto">{{message}}</h3>
    {{#positions}}
    {{#speakers}}
    {{#quotes}}
    <blockquote{{#lang}} lang="{{lang}}"{{/lang}} dir="{{dir}}">{{{markup}}}</blockquote>
    <p class="reading"><span class="normal">{{normalForm}}</span> <cite dir="auto">{{name}}</cite> <span>line {{line}}</span></p>
    {{/quotes}}
    {{/speakers}}
    {{#more}}<p class="more">and {{more}}, all of them in report.json</p>{{/more}}
    {{/positions}}
    </section>
    {{/agreeing}}
    </details>
    {{/hasAgreeing}}
    {{#hasOpen}}
    <details class="fold">
    <summary>{{openCount}} denied or left open, and not compared</summary>
    {{#open}}
    <section class="agreeing open">
    <h3 dir="auto">{{openTitle}}</h3>
    <blockquote{{#lang}} lang="{{lang}}"{{/lang}} dir="{{dir}}">{{{markup}}}</blockquote>
    <p class="reading"><span class="normal">{{normalForm}}</span> <span dir="auto">{{modality}}{{#speaker}} by {{speaker}}{{/speaker}}</span> <cite dir="auto">{{openName}}</cite> <span>line {{line}}</span></p>
    </section>
    {{/open}}
    </details>
    {{/hasOpen}}
    {{#hasProblems}}
    <section class="fold" id="problems">
    <h2>{{problemCount}}</h2>
    <ul class="problems">
    {{#problems}}
    <li><b class="{{severity}}">{{severity}}</b> {{message}}{{#place}} <code>{{place}}</code>{{/place}}{{#help}}<br><small>{{help}}</small>{{/help}}</li>
    {{/problems}}
    </ul>
    </section>
    {{/hasProblems}}
    {{#hasArticles}}
    <details class="fold">
    <summary>{{articleCount}} read</summary>
    <div class="scroll"><table>
    <thead><tr><th scope="col">Article</th><th scope="col">Published</th><th scope="col">Language</th><th scope="col">Source</th></tr></thead>
    <tbody>
    {{#articles}}
    <tr><th scope="row"><cite dir="auto">{{#link}}<a href="{{link}}" rel="noopener noreferrer nofollow">{{/link}}{{name}}{{#link}}</a>{{/link}}</cite>{{#hasTitle}}<br><code>{{id}}</code>{{/hasTitle}}{{#copyOf}}<br><small>a copy of <code>{{copyOf}}</code>: counted once</small>{{/copyOf}}</th><td>{{day}}</td><td>{{language}}</td><td><span dir="auto">{{source}}</span></td></tr>
    {{/articles}}
    </tbody>
    </table></div>
    </details>
    {{/hasArticles}}
    {{#hasRules}}
    <details class="fold">
    <summary>{{ruleCount}} applied</summary>
    <div class="scroll"><table>
    <thead><tr><th scope="col">Rule</th><th scope="col">Watches a</th><th scope="col">Severity</th><th scope="col" class="number">Claims</th></tr></thead>
    <tbody>
    {{#rules}}
    <tr><th scope="row"><span dir="auto">{{title}}</span><br><code>{{id}}</code>{{#why}}<br><small dir="auto">{{why}}</small>{{/why}}</th><td>{{kind}}</td><td>{{severity}}</td><td class="number">{{claims}}</td></tr>
    {{/rules}}
    </tbody>
    </table></div>
    </details>
    {{/hasRules}}
    <details class="fold legend">
    <summary>What the verdicts mean</summary>
    <dl>
    <dt class="contradiction"><span class="badge">✗ contradiction</span></dt><dd>The articles state values that cannot all be true.</dd>
    <dt class="disputed"><span class="badge">! disputed</span></dt><dd>The values cannot all be true, but at least one is only reported as somebody’s word.</dd>
    <dt class="changed"><span class="badge">→ changed</span></dt><dd>The values differ, speak of different times, and the fact may change.</dd>
    <dt class="compatible"><span class="badge">≈ compatible</span></dt><dd>The words differ, but what they may mean overlaps.</dd>
    <dt class="agree"><span class="badge">✓ agree</span></dt><dd>The values are equal.</dd>
    </dl>
    </details>
    </main>
    </body>
    </html>

    """#
}
