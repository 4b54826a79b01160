using System.Globalization;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;

namespace VideoTasks.Build.Recognition.Fields;

/// <summary>How the operation that lists takes the next page: by a cursor, by a number, or by how many to leave out.</summary>
/// <param name="Style">What says which page is wanted.</param>
/// <param name="Next">The query parameter that says where the page begins; null without one.</param>
/// <param name="Size">The query parameter that says how long it is; null without one.</param>
/// <param name="First">The number of the first page.</param>
internal sealed record ListPaging(PagingStyle Style, string? Next, string? Size, int First)
{
    private const double UsualSize = 20;

    private static readonly string[] Sizes =
        [
            "limit",
            "pagesize",
            "perpage",
            "size",
            "count",
            "maxresults",
            "pagelimit",
            "maxpagesize",
            "take",
            "top",
            "maxitems",
            "itemsperpage",
            "rows",
            "num"];

    private static readonly string[] Cursors =
    [
        "after", "cursor", "startingafter", "pagetoken", "nexttoken", "afterid", "nextcursor", "pagecursor", "nextpagetoken", "startafter", "lastid",
        "continuationtoken",
        "continuation", "marker", "startcursor", "aftercursor", "exclusivestartkey",
    ];

    private static readonly string[] Pages = ["page", "pagenum", "pagenumber", "pageno", "pageindex", "currentpage", "current", "p"];
    private static readonly string[] Offsets = ["offset", "skip", "start", "startindex", "from"];

    /// <summary>
    /// What a required parameter of paging is given for the first page; null for another parameter, and where the document says it.
    /// </summary>
    public static string? FirstValue(SchemaReader schemas, DocumentParameter parameter)
    {
        var name = NameComparer.Normalize(parameter.Name);
        var schema = schemas.Resolve(parameter.Node.Value("schema"));
        if ((schema.Value("const") ?? schema.Value("default")).AsScalar() is not null)
        {
            return null;
        }

        var (least, most) = (schema.Value("minimum").AsNumber(), schema.Value("maximum").AsNumber());
        double? number = Sizes.Contains(name) ? Math.Min(Math.Max(UsualSize, least ?? 1), most ?? UsualSize)
            : Pages.Contains(name) ? FirstPage(schemas, parameter)
            : Offsets.Contains(name) ? Math.Max(0, least ?? 0) : null;
        return number?.ToString(CultureInfo.InvariantCulture) ?? (Cursors.Contains(name) ? "" : null);
    }

    public static ListPaging Of(SchemaReader schemas, DocumentOperation list)
    {
        var parameters = list.Parameters.Where(p => p.IsIn(ParameterLocation.Query)).ToList();
        DocumentParameter? Find(string[] names) =>
            names.Select(n => parameters.Find(p => NameComparer.Normalize(p.Name) == n)).FirstOrDefault(p => p is not null);

        var size = Find(Sizes)?.Name;
        if (Find(Cursors) is { } cursor)
        {
            return new(PagingStyle.Cursor, cursor.Name, size, 1);
        }

        if (Find(Pages) is { } page)
        {
            return new(PagingStyle.Page, page.Name, size, FirstPage(schemas, page));
        }

        return Find(Offsets) is { } offset ? new(PagingStyle.Offset, offset.Name, size, 0) : new(PagingStyle.Cursor, null, size, 1);
    }

    private static int FirstPage(SchemaReader schemas, DocumentParameter page)
    {
        var schema = schemas.Resolve(page.Node.Value("schema"));
        return (schema.Value("default") ?? schema.Value("minimum")).AsNumber() == 0 ? 0 : 1;
    }
}
