namespace Microsoft.Kiota.Abstractions;

/// <summary>The HTTP methods a request can have.</summary>
public enum Method
{
    /// <summary>GET.</summary>
    GET,

    /// <summary>POST.</summary>
    POST,

    /// <summary>PATCH.</summary>
    PATCH,

    /// <summary>DELETE.</summary>
    DELETE,

    /// <summary>OPTIONS.</summary>
    OPTIONS,

    /// <summary>PUT.</summary>
    PUT,

    /// <summary>HEAD.</summary>
    HEAD,

    /// <summary>CONNECT.</summary>
    CONNECT,

    /// <summary>TRACE.</summary>
    TRACE,
}
