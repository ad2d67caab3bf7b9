/** Who a verified token stands for. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.authorizer.people;
