package callcentre.cloud.template;

/**
 * What resources become where the template is used: CloudFormation knows names and ARNs only of
 * what it created, so each user of the reader supplies those of what it created instead.
 */
public interface References {

  /** Knows no resource: for values that depend on parameters only. */
  References NONE =
      new References() {
        @Override
        public Object ref(String logicalId) {
          throw new TemplateException("Ref " + logicalId, "no resource is known here");
        }

        @Override
        public Object attribute(String logicalId, String attribute) {
          throw new TemplateException(
              "GetAtt " + logicalId + "." + attribute, "no resource is known here");
        }
      };

  /**
   * What {@code Ref} of a resource gives, e.g. a queue's URL or a table's name.
   *
   * @param logicalId a resource of the template; parameters never come here
   * @return a text, number, boolean, list or map
   * @throws TemplateException when it is not known
   */
  Object ref(String logicalId);

  /**
   * What {@code Fn::GetAtt} of a resource gives, e.g. its ARN.
   *
   * @param logicalId a resource of the template
   * @param attribute name of the attribute, e.g. {@code Arn}
   * @return a text, number, boolean, list or map
   * @throws TemplateException when it is not known
   */
  Object attribute(String logicalId, String attribute);
}
