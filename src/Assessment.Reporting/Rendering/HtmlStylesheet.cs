namespace Assessment.Reporting.Rendering;

/// <summary>The style of report pages: one column, light and dark by the reader's setting, and a print form.</summary>
public static class HtmlStylesheet
{
    /// <summary>The whole style sheet, for a page of its own or for serving at an address.</summary>
    public static string Css { get; } = $$"""
        :root{color-scheme:light dark;{{ScreenPalette.Light.Css}} }
        @media (prefers-color-scheme:dark){:root{ {{ScreenPalette.Dark.Css}} } }
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--text);font:1rem/1.55 "Source Sans 3","Source Sans Pro","Segoe UI",system-ui,sans-serif}
        main,header.cover,nav,footer{max-width:52rem;margin:0 auto;padding:0 1.25rem}
        header.cover{padding-top:4rem;padding-bottom:2rem;border-bottom:1px solid var(--rule)}
        h1,h2,h3,h4,h5,h6{line-height:1.25;margin:2.2em 0 .6em;color:var(--accent)}
        h1{font-size:1.75rem}h2{font-size:1.35rem}h3{font-size:1.12rem;color:var(--text)}h4,h5,h6{font-size:1rem;color:var(--muted)}
        header.cover h1{font-size:2.4rem;margin-top:0;border-top:.3rem solid var(--accent);padding-top:1rem}
        a{color:var(--accent);text-underline-offset:.15em}
        :focus-visible{outline:.2rem solid var(--accent);outline-offset:.15rem}
        .skip{position:absolute;left:-100rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem}
        nav ol{list-style:none;padding-left:0}nav ol ol{padding-left:1.25rem}
        .scroll{overflow-x:auto;margin:2rem 0 .4rem}
        table{border-collapse:collapse;width:100%;font-size:.92rem}
        caption,figcaption,.caption{text-align:left;font-weight:600;padding-bottom:.5rem}
        .caption{margin:2rem 0 0}
        th,td{padding:.35rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
        thead th{vertical-align:bottom;border-top:2px solid var(--accent);border-bottom:1px solid var(--accent)}
        tbody th{font-weight:400}
        .number{text-align:right;font-variant-numeric:tabular-nums}td.number{white-space:nowrap}
        .remark{margin:.1rem 0;font-size:.85rem;color:var(--muted)}
        figure{margin:2rem 0 .4rem}svg{width:100%;height:auto;overflow:visible;font:9px "Source Sans 3","Source Sans Pro","Segoe UI",system-ui,sans-serif}
        .ink-text{fill:var(--text)}.ink-muted{fill:var(--muted)}
        .line-grid{stroke:var(--rule)}.line-accent{stroke:var(--accent)}.line-muted{stroke:var(--muted)}
        .mark{stroke:var(--accent);stroke-width:1.5}.hollow{fill:var(--paper)}.solid{fill:var(--accent)}
        .callout{background:var(--tint);border-left:.25rem solid var(--accent);padding:.8rem 1.2rem;margin:1.5rem 0}
        .callout p{margin:.4rem 0}.callout-title{font-weight:600;color:var(--accent)}
        .notes{font-size:.88rem;border-top:1px solid var(--rule);margin-top:3rem}
        footer{margin-top:3rem;padding-bottom:2rem;font-size:.85rem;color:var(--muted)}
        @media print{:root{ {{ScreenPalette.Light.Css}} }.skip{display:none}.scroll{overflow:visible}.page-break{break-before:page}
        header.cover,nav{break-after:page}h1,h2,h3,caption,figcaption{break-after:avoid}tr,figure,.callout{break-inside:avoid}thead{display:table-header-group} }
        """;
}
