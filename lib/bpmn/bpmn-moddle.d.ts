/** The little we use of bpmn-moddle, which ships no types: its registry of metamodel types. */
declare module 'bpmn-moddle' {
  export interface ModdleName {
    name: string;
    prefix: string;
    localName: string;
  }
  export interface ModdleProperty {
    name: string;
    ns: ModdleName;
    type: string;
    isAttr?: boolean;
    isBody?: boolean;
    isId?: boolean;
    isMany?: boolean;
    isReference?: boolean;
    isVirtual?: boolean;
    xml?: { serialize?: 'xsi:type' | 'property' };
  }
  export interface ModdleDescriptor {
    name: string;
    ns: ModdleName;
    properties: ModdleProperty[];
    allTypes: { name: string }[];
  }
  export interface ModdlePackage {
    prefix: string;
    uri: string;
    xml?: { tagAlias?: 'lowerCase'; typePrefix?: string };
  }
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    registry: {
      typeMap: Record<string, { extends?: string[] }>;
      packages: ModdlePackage[];
      getEffectiveDescriptor(name: string): ModdleDescriptor;
    };
  }
}
