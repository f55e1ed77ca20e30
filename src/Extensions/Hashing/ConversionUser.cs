using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// Collects and hashes the known data of the user of a conversion event. Each method may be called several times; an
/// equal value is added once. Values are hashed when they are added, so the object contains no personal data except the
/// IP address and the user agent. Its text form contains none.
/// </summary>
public sealed class ConversionUser
{
    private readonly Dictionary<string, List<string>> _hashes = new(StringComparer.Ordinal);

    /// <summary>Gets or sets the IP address, version 4 or 6. It is sent as it is.</summary>
    public string? IpAddress { get; set; }

    /// <summary>Gets or sets the user agent of the browser. It is sent as it is.</summary>
    public string? UserAgent { get; set; }

    /// <summary>Gets or sets the click id of the cookie _epik or of the query parameter epik.</summary>
    public string? ClickId { get; set; }

    /// <summary>Gets or sets the id that a partner gave the user.</summary>
    public string? PartnerId { get; set; }

    /// <summary>
    /// Gets whether Pinterest can match the user. It needs an email address, an advertising id, or both the IP address
    /// and the user agent.
    /// </summary>
    public bool IsSufficient => ConversionCheck.IsSufficient(ToJson());

    /// <summary>Adds an email address.</summary>
    /// <param name="email">The address, or its hash.</param>
    /// <returns>This object.</returns>
    /// <exception cref="ArgumentException">The value is not an email address.</exception>
    public ConversionUser AddEmail(string email) => Add("em", PinterestHash.Email(email));

    /// <summary>Adds a phone number.</summary>
    /// <param name="phone">The number, or its hash.</param>
    /// <param name="countryCode">The country code for a number without one, for example 44.</param>
    /// <returns>This object.</returns>
    /// <exception cref="ArgumentException">The value has no digits.</exception>
    public ConversionUser AddPhone(string phone, string? countryCode = null) =>
        Add("ph", PinterestHash.Phone(phone, countryCode));

    /// <summary>Adds a first name.</summary>
    /// <param name="name">The name, or its hash.</param>
    /// <returns>This object.</returns>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public ConversionUser AddFirstName(string name) => Add("fn", PinterestHash.Name(name));

    /// <summary>Adds a last name.</summary>
    /// <param name="name">The name, or its hash.</param>
    /// <returns>This object.</returns>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public ConversionUser AddLastName(string name) => Add("ln", PinterestHash.Name(name));

    /// <summary>Adds a city.</summary>
    /// <param name="city">The city, or its hash.</param>
    /// <returns>This object.</returns>
    /// <exception cref="ArgumentException">The value has no letters.</exception>
    public ConversionUser AddCity(string city) => Add("ct", PinterestHash.City(city));

    /// <summary>Adds a state or region.</summary>
    /// <param name="state">Its code of two letters, or the hash of it.</param>
    /// <returns>This object.</returns>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public ConversionUser AddState(string state) => Add("st", PinterestHash.State(state));

    /// <summary>Adds a postal code.</summary>
    /// <param name="zip">The postal code, or its hash.</param>
    /// <returns>This object.</returns>
    /// <exception cref="ArgumentException">The value has no digits.</exception>
    public ConversionUser AddZip(string zip) => Add("zp", PinterestHash.Zip(zip));

    /// <summary>Adds a country.</summary>
    /// <param name="country">Its ISO 3166 code of two letters, or the hash of it.</param>
    /// <returns>This object.</returns>
    /// <exception cref="ArgumentException">The value is no code of two letters.</exception>
    public ConversionUser AddCountry(string country) => Add("country", PinterestHash.Country(country));

    /// <summary>Adds a date of birth.</summary>
    /// <param name="day">The date of birth.</param>
    /// <returns>This object.</returns>
    public ConversionUser AddDateOfBirth(DateOnly day) => Add("db", PinterestHash.DateOfBirth(day));

    /// <summary>Adds a gender.</summary>
    /// <param name="gender">f, m or n, or the hash of it.</param>
    /// <returns>This object.</returns>
    /// <exception cref="ArgumentException">The value is none of these.</exception>
    public ConversionUser AddGender(string gender) => Add("ge", PinterestHash.Gender(gender));

    /// <summary>Adds an id of your own for the user.</summary>
    /// <param name="id">The id, or its hash.</param>
    /// <returns>This object.</returns>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public ConversionUser AddExternalId(string id) => Add("external_id", PinterestHash.ExternalId(id));

    /// <summary>Adds a mobile advertising id (GAID or IDFA).</summary>
    /// <param name="id">The id, or its hash.</param>
    /// <returns>This object.</returns>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public ConversionUser AddAdvertisingId(string id) => Add("hashed_maids", PinterestHash.AdvertisingId(id));

    /// <summary>Makes the model for the user_data of an event.</summary>
    /// <typeparam name="T">The model: the type of the member user_data of an event.</typeparam>
    /// <returns>The model.</returns>
    /// <exception cref="InvalidOperationException">Pinterest could not match the user; see
    /// <see cref="IsSufficient"/>.</exception>
    public T ToUserData<T>()
        where T : PinterestModel
    {
        var json = ToJson();
        return ConversionCheck.IsSufficient(json)
            ? PinterestJson.Deserialize<T>(json.ToString())!
            : throw new InvalidOperationException($"The user of the event {ConversionCheck.Need}.");
    }

    /// <summary>Lists the names of the known data, without their values.</summary>
    public override string ToString() =>
        $"conversion user with {string.Join(", ", ToJson().Properties().Select(member => member.Name))}";

    private ConversionUser Add(string member, string hash)
    {
        if (!_hashes.TryGetValue(member, out var hashes))
        {
            hashes = [];
            _hashes[member] = hashes;
        }

        if (!hashes.Contains(hash))
        {
            hashes.Add(hash);
        }

        return this;
    }

    private JObject ToJson()
    {
        var json = new JObject(_hashes.Select(member => new JProperty(member.Key, new JArray(member.Value))));
        Set("client_ip_address", IpAddress);
        Set("client_user_agent", UserAgent);
        Set("click_id", ClickId);
        Set("partner_id", PartnerId);
        return json;

        void Set(string member, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                json[member] = value.Trim();
            }
        }
    }
}
