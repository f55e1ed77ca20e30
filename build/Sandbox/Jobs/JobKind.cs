namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>The kinds of jobs. An id of one kind is unknown to the operations of another.</summary>
internal enum JobKind
{
    /// <summary>A report on ads, from a request or from a template.</summary>
    AdsReport,

    /// <summary>A report for marketing mix models.</summary>
    MixReport,

    /// <summary>A report on the brands, categories or products that were bought.</summary>
    ProductReport,

    /// <summary>A report on the items of a catalog.</summary>
    CatalogReport,

    /// <summary>A download or an upsert of many ads entities.</summary>
    Bulk,

    /// <summary>An export of the leads of an ad.</summary>
    LeadsExport,

    /// <summary>A batch of catalog items.</summary>
    ItemsBatch,

    /// <summary>A batch of local inventory items.</summary>
    InventoryBatch,
}
