@org.jspecify.annotations.NullMarked
package callcentre.aws;
