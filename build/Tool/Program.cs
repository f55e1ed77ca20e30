using System.Text;
using Pinterest.OpenApi.Tool;

// Windows, and a few old terminals elsewhere, have the code page of their country. Arrows and names would be question
// marks in it, and a report in a pipe would be no UTF-8.
if (Console.OutputEncoding.CodePage != Encoding.UTF8.CodePage)
{
    Console.OutputEncoding = Encoding.UTF8;
}

return await ToolApplication.RunAsync(args, Console.Out, Console.Error);
