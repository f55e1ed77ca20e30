namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>
/// The only kind of object that a template can read. A model holds texts, numbers, flags and lists, ready to be shown.
/// Nothing in it is null: a part that a page may lack is a list of none or one.
/// </summary>
internal abstract record PageModel;
