using Assessment.Api.Security;
using Microsoft.AspNetCore.OpenApi;

namespace Assessment.Api.Hosting;

/// <summary>The OpenAPI document: each use case's request and answer under the use case's name, and who may call it.</summary>
internal static class ApiDocument
{
    public static void Describe(OpenApiOptions options)
    {
        options.CreateSchemaReferenceId = type =>
            type.Type.DeclaringType is { } useCase ? useCase.Name + type.Type.Name : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Assessment";
            document.Info.Version = ProgramVersion.Text;
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var who = context.Description.ActionDescriptor.EndpointMetadata.OfType<WhoMayCall>().FirstOrDefault();
            operation.Description = who is null ? null : $"For {who.Words}.";
            return Task.CompletedTask;
        });
    }
}
