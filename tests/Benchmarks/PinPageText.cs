using System.Globalization;
using System.Text;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>A page of 250 Pins as Pinterest sends them, about 207 kB of UTF-8.</summary>
internal static class PinPageText
{
    public const int Pins = 250;

    public static byte[] Bytes { get; } = Encoding.UTF8.GetBytes(Build());

    private static string Build()
    {
        var text = new StringBuilder("{\"items\":[");
        for (var i = 0; i < Pins; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            var id = (813744226420795884 + i).ToString(CultureInfo.InvariantCulture);
            var day = (1 + i % 28).ToString("00", CultureInfo.InvariantCulture);
            var pin = $$"""
                {"id":"{{id}}","created_at":"2024-03-{{day}}T20:10:40",
                "link":"https://www.example.com/articles/{{i}}","title":"Spring ideas number {{i}}",
                "description":"Soft colours, plants and light for a small room and a large one, part {{i}}",
                "dominant_color":"#6E7874","alt_text":null,"creative_type":"REGULAR",
                "board_id":"549755885175","board_section_id":null,"board_owner":{"username":"example_user"},
                "is_owner":true,"is_standard":true,"has_been_promoted":false,"parent_pin_id":null,"pin_metrics":null,
                "media":{"media_type":"image","images":{
                {{Image("150x150", 150, 150, id)}},{{Image("400x300", 400, 300, id)}},{{Image("600x", 600, 450, id)}}
                } } }
                """;

            // Pinterest sends no line breaks, and a reader would have to pass over them.
            text.Append(pin.ReplaceLineEndings(""));
        }

        return text.Append("],\"bookmark\":\"Y2JVSG81V2sxcmNHRlpWM1J5VFVad1ZscFlaRmhoTWpWVg==\"}").ToString();
    }

    private static string Image(string size, int width, int height, string id) =>
        $"\"{size}\":"
        + $$"""{"width":{{width}},"height":{{height}},"url":"https://i.example.com/{{size}}/{{id}}.jpg"}""";
}
