/**
 * Reads {@code template.yaml} as CloudFormation and SAM would, as far as the local system needs:
 * {@link callcentre.cloud.template.Template} is the entry.
 */
@org.jspecify.annotations.NullMarked
package callcentre.cloud.template;
