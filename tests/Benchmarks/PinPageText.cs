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
            text.Append(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""
                    {"id":"{{id}}","created_at":"2024-03-{{1
                        + (
                            i % 28
                        ):00}}T20:10:40","link":"https://www.example.com/articles/{{i}}","title":"Spring ideas number {{i}}","description":"Soft colours, plants and light for a small room and a large one, part {{i}}","dominant_color":"#6E7874","alt_text":null,"creative_type":"REGULAR","board_id":"549755885175","board_section_id":null,"board_owner":{"username":"example_user"},"is_owner":true,"is_standard":true,"has_been_promoted":false,"parent_pin_id":null,"pin_metrics":null,"media":{"media_type":"image","images":{"150x150":{"width":150,"height":150,"url":"https://i.example.com/150x150/{{id}}.jpg"},"400x300":{"width":400,"height":300,"url":"https://i.example.com/400x300/{{id}}.jpg"},"600x":{"width":600,"height":450,"url":"https://i.example.com/600x/{{id}}.jpg"} } } }
                    """
                )
            );
        }

        return text.Append("],\"bookmark\":\"Y2JVSG81V2sxcmNHRlpWM1J5VFVad1ZscFlaRmhoTWpWVg==\"}").ToString();
    }
}
