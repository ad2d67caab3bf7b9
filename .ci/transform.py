"""Transforms a SAM template offline: template.yaml in, CloudFormation JSON out.

A local CodeUri is replaced by an S3 address first, as `sam package` does.
"""

import json
import os
import sys

import yaml
from samtranslator.translator.managed_policy_translator import ManagedPolicyLoader
from samtranslator.translator.transform import transform


class Loader(yaml.SafeLoader):
    """YAML with CloudFormation's short forms of intrinsic functions."""


def short_form(loader, tag, node):
    name = tag if tag in ("Ref", "Condition") else "Fn::" + tag
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
        if tag == "GetAtt":
            value = value.split(".", 1)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    return {name: value}


Loader.add_multi_constructor("!", short_form)


class NoManagedPolicies(ManagedPolicyLoader):
    """The template names no managed policy, so none has to be looked up."""

    def __init__(self):
        super().__init__(iam_client=None)

    def load(self):
        return {}


def main(source, target):
    os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
    with open(source, encoding="utf-8") as file:
        template = yaml.load(file, Loader=Loader)
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = "s3://packages/package.zip"
    parameters = {
        name: str(parameter.get("Default", ""))
        for name, parameter in template["Parameters"].items()
    }
    result = transform(template, parameters, NoManagedPolicies())
    with open(target, "w", encoding="utf-8") as file:
        json.dump(result, file, indent=1)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
