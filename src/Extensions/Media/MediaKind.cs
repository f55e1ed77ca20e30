namespace Pinterest.OpenApi;

/// <summary>The kinds of files that <see cref="MediaInfo"/> tells apart by their first bytes.</summary>
public enum MediaKind
{
    /// <summary>No known signature. The file may still be a picture or a video.</summary>
    Unknown,

    /// <summary>A JPEG picture.</summary>
    Jpeg,

    /// <summary>A PNG picture.</summary>
    Png,

    /// <summary>A GIF picture, animated or not.</summary>
    Gif,

    /// <summary>A WebP picture.</summary>
    WebP,

    /// <summary>A Windows bitmap.</summary>
    Bmp,

    /// <summary>A TIFF picture.</summary>
    Tiff,

    /// <summary>A HEIC, HEIF or AVIF picture.</summary>
    Heif,

    /// <summary>An MP4 video.</summary>
    Mp4,

    /// <summary>A QuickTime video (MOV).</summary>
    QuickTime,

    /// <summary>An M4V video.</summary>
    M4v,

    /// <summary>A Matroska or WebM video.</summary>
    Matroska,

    /// <summary>An AVI video.</summary>
    Avi,

    /// <summary>A sound file, for example M4A, MP3 or Ogg.</summary>
    Audio,

    /// <summary>A PDF document.</summary>
    Pdf,

    /// <summary>A web page, for example from a failed download.</summary>
    Html,

    /// <summary>An archive, for example ZIP.</summary>
    Archive,

    /// <summary>An SVG picture.</summary>
    Svg,

    /// <summary>JSON or another text that begins with a brace, a bracket or a tag.</summary>
    Text,
}
