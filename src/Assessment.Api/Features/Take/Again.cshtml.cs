using Assessment.Api.Security;

namespace Assessment.Api.Features.Take;

/// <summary>The device's ticket opens nothing any more; the two ways back to the answers.</summary>
[OpenPage("It says how to sign in again and holds no data.")]
public sealed class AgainModel : TakePage;
