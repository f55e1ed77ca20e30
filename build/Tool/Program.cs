using System.Text;
using Pinterest.OpenApi.Tool;

// A console of Windows has the code page of its country, in which arrows and names would be question marks.
if (OperatingSystem.IsWindows())
{
    Console.OutputEncoding = Encoding.UTF8;
}

return await ToolApplication.RunAsync(args, Console.Out, Console.Error);
